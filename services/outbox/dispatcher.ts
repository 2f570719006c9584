import type { Alert, Recipient } from '../domain/alert.ts';
import { recipientKey } from '../domain/alert.ts';
import type { StoredDocument } from '../storage/documents/documentStore.ts';
import { type CatchUp, createCatchUpChannel } from './catchUpChannel.ts';
import type { Lease } from './lease.ts';
import { createLines, type Position } from './lines.ts';
import { dueAlerts } from './outboxDocuments.ts';
import { createSendAlert, type OutboxLog, type SendDependencies } from './sendAlert.ts';
import { createWays, type WaysDependencies } from './ways.ts';

/** While alerts are being sent, new ones are looked for this often, in milliseconds. */
const lookAgainMs = 500;

/** What the dispatcher needs; what is optional has to do with Teams as it really is. */
export interface DispatcherDependencies
  extends Omit<SendDependencies, 'maySend' | 'log' | 'ways'>,
    OutboxLog,
    CatchUp,
    WaysDependencies {
  readonly lease: Lease;
  /** Runs everything that is done for an alert. */
  readonly around?: (alert: Alert, run: () => Promise<boolean>) => Promise<boolean>;
}

/** All due alerts of one topic, in order. */
type Topic = readonly StoredDocument<Alert>[];

/**
 * Sends what the outbox holds: at least once, and records each result. Topics go side by side; the alerts of one topic,
 * and everything that goes to the same chat, follow one another.
 */
export function createDispatcher(dependencies: DispatcherDependencies) {
  const { store, lease, now, around = (_alert, run) => run() } = dependencies;
  const ways = createWays(dependencies);
  let isStopped = false;
  const maySend = async () => !isStopped && (await lease.hold());
  const sendAlert = createSendAlert({ ...dependencies, ways, log: dependencies, maySend });
  const channel = createCatchUpChannel({ ...dependencies, ways });
  const takePosition = createLines();
  const findDue = () => dueAlerts(store, now().toISOString());

  /** Sends everything that is due. Returns false if another process has the lease. */
  async function sendDue(): Promise<boolean> {
    if (!(await maySend())) return false;
    ways.channel.remind();
    await channel.look();
    const due = await findDue();
    if (due.length > 0) ways.everything.remind();
    if (due.some(({ body }) => body.sendNow)) ways.everything.tryNow();
    if (!(await isWayOpen(due))) return true;
    await channel.catchUp(await findDue());
    return await sendSideBySide();
  }

  /** While the bot's credential does not work, one topic after another finds out whether it does again. */
  async function isWayOpen(due: Topic): Promise<boolean> {
    if (!ways.everything.isOn()) return true;
    if (!ways.everything.mayTry()) return false;
    for (const topic of topicsOf(due)) {
      if (!(await sendTopic(topic))) return false;
      if (!ways.everything.isOn()) return true;
    }
    return false;
  }

  async function sendSideBySide(): Promise<boolean> {
    const running = new Map<string, Promise<void>>();
    const failed = new Map<string, unknown>();
    let goesOn = true;
    while (goesOn && (await maySend())) {
      for (const topic of topicsOf(await findDue())) {
        const key = topic[0]?.body.topic ?? '';
        if (running.has(key) || failed.has(key)) continue;
        const task = sendTopic(topic)
          .then((isDone) => {
            goesOn &&= isDone;
          })
          .catch((error: unknown) => void failed.set(key, error))
          .finally(() => running.delete(key));
        running.set(key, task);
      }
      if (running.size === 0) break;
      await allOrAWhile([...running.values()]);
    }
    await Promise.all(running.values());
    for (const error of failed.values()) throw error;
    return await lease.hold();
  }

  /** Positions are taken in order, before anything is waited for. False when sending has to stop. */
  async function sendTopic(topic: Topic): Promise<boolean> {
    const positions = topic.map(({ body }) => positionsFor(body));
    try {
      for (const [index, document] of topic.entries()) {
        const mine = positions[index];
        const send = () => sendAlert(document, (recipient) => mine?.get(recipientKey(recipient)));
        if (!(await around(document.body, send))) return false;
        for (const position of mine?.values() ?? []) position.leave();
      }
      return true;
    } finally {
      for (const position of positions.flatMap((mine) => [...mine.values()])) position.leave();
    }
  }

  const positionsFor = ({ recipients }: Alert): ReadonlyMap<string, Position> =>
    new Map(
      recipients.filter(isWaiting).map((recipient) => {
        const key = recipientKey(recipient);
        return [key, takePosition(key)] as const;
      }),
    );

  return {
    sendDue,
    /** Ends the run under way after the messages that are being sent. */
    stop(): void {
      isStopped = true;
      ways.stop();
    },
    release: () => lease.release(),
  };
}

/** What `createDispatcher` makes. */
export type Dispatcher = ReturnType<typeof createDispatcher>;

const isWaiting = ({ result }: Recipient): boolean => result === 'waiting';

/** The longest overdue topic first; within a topic, in order. */
function topicsOf(due: readonly StoredDocument<Alert>[]): Topic[] {
  const topics = Map.groupBy(due, ({ body }) => body.topic);
  return [...topics.values()].map((topic) =>
    topic.toSorted((one, other) => one.body.version - other.body.version),
  );
}

/** Waits for all tasks, but not longer than until new alerts are looked for. */
async function allOrAWhile(tasks: readonly Promise<void>[]): Promise<void> {
  const awhile = Promise.withResolvers<void>();
  const timer = setTimeout(awhile.resolve, lookAgainMs);
  await Promise.race([Promise.all(tasks), awhile.promise]);
  clearTimeout(timer);
}
