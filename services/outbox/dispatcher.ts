import type { Directory } from '../directory/directoryService.ts';
import { type Alert, type Recipient, recipientKey } from '../domain/alert.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import {
  afterAttempt,
  backoff,
  hasExpired,
  isDue,
  recipientsBlockedBy,
  withNextAttempt,
  withResult,
} from './attempts.ts';
import type { Lease } from './lease.ts';
import { dueAlerts, earlierAlerts, replaceAlert } from './outboxDocuments.ts';
import { type ReaderChanges, withReaders } from './readers.ts';
import { substitutesFor } from './substitutesFor.ts';

/** What became of one message. `later`: the service asked to wait, or did not answer. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'later'; readonly afterMs?: number };

export interface DispatcherDependencies {
  readonly store: DocumentStore;
  readonly directory: Directory;
  readonly lease: Lease;
  /** What has changed about an alert's readers, at an instant (ISO). */
  readonly readersOf: (alert: Alert, at: string) => Promise<ReaderChanges>;
  /** Sends to one recipient. Must be harmless when repeated: a crash after sending sends again. */
  readonly deliver: (alert: Alert, recipient: Recipient) => Promise<Delivery>;
  readonly now: () => Date;
  readonly onError: (error: unknown, alert: Alert) => void;
}

/** Sends what the outbox holds: at least once, in order for one claim and person, and records each result. */
export function createDispatcher(dependencies: DispatcherDependencies) {
  const { store, lease, readersOf, now } = dependencies;
  const time = (): string => now().toISOString();

  /** Sends everything that is due. Returns false if another process has the lease. */
  async function sendDue(): Promise<boolean> {
    for (let progress = true; progress; ) {
      if (!(await lease.hold())) return false;
      const due = await dueAlerts(store, time());
      progress = false;
      for (const document of due) {
        if (!(await lease.hold())) return false;
        progress = (await send(document)) || progress;
      }
    }
    return true;
  }

  /** Makes one attempt at one alert; true when it has left the outbox. */
  async function send(document: StoredDocument<Alert>): Promise<boolean> {
    const at = time();
    const readers = await readersOf(document.body, at);
    // R99: the new readers are stored by the first write that follows. Until then nothing is recorded, and they would
    // be determined once more.
    const alert = withReaders(document.body, readers, at);
    let current: StoredDocument<Alert> = { ...document, body: alert };
    const held = recipientsBlockedBy(await earlierAlerts(store, alert), time());
    let pauseMs = 0;
    let tried = false;
    for (const [index, recipient] of alert.recipients.entries()) {
      if (held.has(recipientKey(recipient)) || !isDue(recipient, time())) continue;
      if (hasExpired(recipient, time())) {
        current = await replaceAlert(store, current, withResult(current.body, index, 'expired'));
        continue;
      }
      tried = true;
      const delivery = await tryDelivery(alert, recipient);
      if (delivery.kind === 'later') {
        pauseMs = Math.max(pauseMs, delivery.afterMs ?? backoff(alert.attempts));
        continue;
      }
      current = await replaceAlert(store, current, withResult(current.body, index, delivery.kind));
    }
    return await settle(current, { tried, held, pauseMs, nextMorning: readers.nextMorning });
  }

  async function tryDelivery(alert: Alert, recipient: Recipient): Promise<Delivery> {
    try {
      return await dependencies.deliver(alert, recipient);
    } catch (error) {
      dependencies.onError(error, alert);
      return { kind: 'later' };
    }
  }

  /** Decides who is given up, who else is notified (R99), and when to try again. True when there is no next attempt. */
  async function settle(
    document: StoredDocument<Alert>,
    { tried, held, pauseMs, nextMorning }: Attempt,
  ): Promise<boolean> {
    const attempted = afterAttempt(document.body, { tried, held, at: time() });
    const substitutes = await substitutesFor(attempted, dependencies.directory);
    const settled = withNextAttempt(attempted, { at: now(), pauseMs, nextMorning, substitutes });
    await replaceAlert(store, document, settled);
    return settled.nextAttemptAt === undefined;
  }

  return { sendDue, release: () => lease.release() };
}

/** The result of one attempt at an alert. */
interface Attempt {
  readonly tried: boolean;
  readonly held: ReadonlySet<string>;
  readonly pauseMs: number;
  readonly nextMorning: string | undefined;
}

/** What `createDispatcher` makes. */
export type Dispatcher = ReturnType<typeof createDispatcher>;
