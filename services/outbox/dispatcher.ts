import type { Directory } from '../directory/directoryService.ts';
import { type Alert, keyOf, type Recipient } from '../domain/alert.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import type { Lease } from './lease.ts';
import { type Readers, withReaders } from './readers.ts';
import { substitutesFor } from './substitutesFor.ts';

/** What became of one message. `later`: the service asked for patience, or did not answer. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'later'; readonly afterMs?: number };

export interface DispatcherDependencies {
  readonly store: DocumentStore;
  readonly directory: Directory;
  readonly lease: Lease;
  /** What has changed about an alert's readers, at an instant (ISO). */
  readonly readersOf: (alert: Alert, at: string) => Promise<Readers>;
  /** Sends to one recipient. Must be harmless when repeated: a crash after sending sends again. */
  readonly deliver: (alert: Alert, recipient: Recipient) => Promise<Delivery>;
  readonly now: () => Date;
  readonly onError: (error: unknown, alert: Alert) => void;
}

const pageSize = 50;
/** 1 s, 2 s, 4 s … up to 5 minutes; with 40 attempts about three hours before a recipient is given up. */
const firstPauseMs = 1000;
const longestPauseMs = 300_000;
const mostAttempts = 40;

/** Sends what the outbox holds: at least once, in order for one claim and person, and records each result. */
export function createDispatcher(dependencies: DispatcherDependencies) {
  const { store, directory, lease, readersOf, deliver, now } = dependencies;

  /** Sends everything that is due. Returns false if another process has the lease. */
  async function sendDue(): Promise<boolean> {
    for (let progress = true; progress; ) {
      if (!(await lease.hold())) return false;
      const page = await store.query<Alert>({
        type: 'alert',
        range: { to: now().toISOString() },
        order: { field: 'nextAttemptAt', direction: 'ascending' },
        limit: pageSize,
      });
      progress = false;
      for (const document of page.documents) {
        if (!(await lease.hold())) return false;
        progress = (await send(document)) || progress;
      }
    }
    return true;
  }

  /** One attempt at one alert; true when it left the outbox. */
  async function send(document: StoredDocument<Alert>): Promise<boolean> {
    const at = now().toISOString();
    const readers = await readersOf(document.body, at);
    // R99: kept by the first write that follows. Until then nothing has been recorded, and they would be asked for again.
    const alert = withReaders(document.body, readers, at);
    let current: StoredDocument<Alert> = { ...document, body: alert };
    const held = await heldBack(alert);
    let pauseMs = 0;
    let tried = false;
    for (const [index, recipient] of alert.recipients.entries()) {
      if (recipient.result !== 'waiting' || held.has(keyOf(recipient)) || !isDue(recipient)) continue;
      if (isOver(recipient)) {
        current = await record(current, index, 'over');
        continue;
      }
      tried = true;
      const delivery = await tryDelivery(alert, recipient);
      if (delivery.kind === 'later') {
        pauseMs = Math.max(pauseMs, delivery.afterMs ?? backoff(alert.attempts));
        continue;
      }
      current = await record(current, index, delivery.kind);
    }
    const settled = await settle(current, { tried, held, pauseMs, nextMorning: readers.nextMorning });
    return settled.nextAttemptAt === undefined;
  }

  async function tryDelivery(alert: Alert, recipient: Recipient): Promise<Delivery> {
    try {
      return await deliver(alert, recipient);
    } catch (error) {
      dependencies.onError(error, alert);
      return { kind: 'later' };
    }
  }

  /** Recipients that an earlier alert of the same topic still waits for: order holds until that one is given up. */
  async function heldBack(alert: Alert): Promise<Set<string>> {
    const { documents } = await store.query<Alert>({
      type: 'alert',
      equals: { topic: alert.topic },
      order: { field: 'nextAttemptAt', direction: 'ascending' },
      limit: pageSize,
    });
    const earlier = documents.map(({ body }) => body).filter(({ version }) => version < alert.version);
    const waiting = earlier.flatMap(({ recipients }) =>
      recipients.filter(
        (recipient) => recipient.result === 'waiting' && isDue(recipient) && !isOver(recipient),
      ),
    );
    return new Set(waiting.map(keyOf));
  }

  /** R79: nobody is warned before their own morning. */
  const isDue = ({ from }: Recipient): boolean => from === undefined || from <= now().toISOString();

  /** R79: nor after it, where something newer says the same. */
  const isOver = ({ until }: Recipient): boolean => until !== undefined && until <= now().toISOString();

  async function record(
    document: StoredDocument<Alert>,
    index: number,
    result: Recipient['result'],
  ): Promise<StoredDocument<Alert>> {
    const recipients = document.body.recipients.map((known, at) =>
      at === index ? { ...known, result } : known,
    );
    return await write(document, { ...document.body, recipients });
  }

  /** After an attempt: who else must hear (R99), who is given up, and when to try again. Being held is no attempt. */
  async function settle(
    document: StoredDocument<Alert>,
    { tried, held, pauseMs, nextMorning }: Attempt,
  ): Promise<Alert> {
    const { nextAttemptAt: _due, ...alert } = document.body;
    const attempts = alert.attempts + (tried ? 1 : 0);
    const isTired = (one: Recipient) =>
      one.result === 'waiting' && attempts >= mostAttempts && isDue(one) && !held.has(keyOf(one));
    const tired = alert.recipients.map((one) =>
      isTired(one) ? { ...one, result: 'givenUp' as const } : one,
    );
    const substitutes = await substitutesFor({ ...alert, recipients: tired }, directory);
    const recipients = [...tired, ...substitutes];
    const waiting = recipients.filter(({ result }) => result === 'waiting');
    const waits = waiting.length > 0;
    const pause = Math.max(pauseMs, waits && substitutes.length === 0 ? firstPauseMs : 0);
    const soon = new Date(now().getTime() + pause).toISOString();
    // Whose morning is still to come has been tried by nobody yet.
    const isLater = !waiting.some(isDue);
    const next = isLater ? firstMorning(waiting, nextMorning) : soon;
    const settled: Alert = {
      ...alert,
      recipients,
      attempts: isLater && next ? 0 : attempts,
      ...(next ? { nextAttemptAt: next } : {}),
    };
    return (await write(document, settled)).body;
  }

  /** Only the lease's holder writes alerts; a lost race means the lease went, and the next holder sends again. */
  async function write(document: StoredDocument<Alert>, body: Alert): Promise<StoredDocument<Alert>> {
    const { pk, id, type, etag } = document;
    const written = await store.batch(pk, [{ kind: 'replace', document: { pk, id, type, body }, etag }]);
    if (!written.ok) throw new Error(`Alert ${id} was changed by another dispatcher`);
    return { pk, id, type, body, etag: written.etags[0] ?? etag };
  }

  return { sendDue, release: () => lease.release() };
}

/** What has come of one attempt at an alert. */
interface Attempt {
  readonly tried: boolean;
  readonly held: ReadonlySet<string>;
  readonly pauseMs: number;
  readonly nextMorning: string | undefined;
}

/** When somebody's morning is next who waits, or who may still come to read it. */
const firstMorning = (waiting: readonly Recipient[], nextMorning: string | undefined): string | undefined =>
  [...waiting.flatMap(({ from }) => from ?? []), ...(nextMorning ? [nextMorning] : [])].sort()[0];

const backoff = (attempts: number): number => Math.min(firstPauseMs * 2 ** attempts, longestPauseMs);

export type Dispatcher = ReturnType<typeof createDispatcher>;
