import type { Directory } from '../directory/directoryService.ts';
import { type Alert, type Recipient, recipientKey } from '../domain/alert.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import {
  ended,
  hasBegun,
  hasExpired,
  isDue,
  recipientsBlockedBy,
  withNextAttempt,
  withRecipient,
} from './attempts.ts';
import type { Delivery } from './delivery.ts';
import type { Position } from './lines.ts';
import { earlierAlerts, replaceAlert } from './outboxDocuments.ts';
import { type ReaderChanges, withReaders } from './readers.ts';
import { substitutesFor } from './substitutesFor.ts';
import { afterFailure, kept } from './trouble.ts';
import { hasFailed, isUntold } from './untold.ts';
import type { Ways } from './ways.ts';

/** What sending one alert needs. */
export interface SendDependencies {
  readonly store: DocumentStore;
  readonly directory: Pick<Directory, 'incentivesAdmins'>;
  /** What has changed about an alert's readers, at an instant (ISO). */
  readonly readersOf: (alert: Alert, at: string) => Promise<ReaderChanges>;
  /** Sends to one recipient. Must be harmless when repeated: a crash after sending sends again. */
  readonly deliver: (alert: Alert, recipient: Recipient) => Promise<Delivery>;
  /** A person could not be told, for good: remembered, so that they read it when they are back. */
  readonly missed?: (alert: Alert, recipient: Recipient) => Promise<void>;
  readonly now: () => Date;
  readonly ways: Ways;
  readonly log: OutboxLog;
  /** Whether this process may still send. */
  readonly maySend: () => Promise<boolean>;
}

/** What the outbox reports. Nothing of it holds a name or a text. */
export interface OutboxLog {
  /** Something unexpected; the alert is kept. */
  readonly onError: (error: unknown, alert: Alert) => void;
  /** An attempt has failed in a way that an operator should know. */
  readonly onTrouble?: (recipient: Recipient, alert: Alert, delivery: Delivery) => void;
  /** Nobody could be told who must be: it waits for an operator. */
  readonly onUntold?: (alert: Alert) => void;
}

/** A recipient's position in the line of everything that goes to the same chat; none for those who join now. */
export type PositionOf = (recipient: Recipient) => Position | undefined;

/** Makes one attempt at one alert, for each recipient whose time has come, and records the results. */
export function createSendAlert(dependencies: SendDependencies) {
  const { store, directory, readersOf, now, ways, log } = dependencies;
  const time = (): string => now().toISOString();

  /** False when sending has to stop: the lease went, the program ends, or nothing can be sent at all. */
  async function sendAlert(document: StoredDocument<Alert>, positionOf: PositionOf): Promise<boolean> {
    const readers = await readersOf(document.body, time());
    // R99: the new readers are stored by the first write that follows. Until then nothing is recorded, and they would
    // be determined once more.
    const alert = withReaders(document.body, readers, time());
    const blocked = recipientsBlockedBy(await earlierAlerts(store, alert), time());
    let current: StoredDocument<Alert> = { ...document, body: alert };
    let tried = false;
    for (const [index, recipient] of alert.recipients.entries()) {
      const isHeld = blocked.has(recipientKey(recipient));
      const step = isHeld ? 'waits' : await attempt(current.body, recipient, positionOf(recipient));
      if (step === 'stop') return false;
      if (step === 'waits') continue;
      tried ||= step.tried;
      current = { ...current, body: withRecipient(current.body, index, step.recipient) };
      if (step.recipient.result !== 'waiting' || step.stops) {
        await remember(current.body, step.recipient);
        current = await replaceAlert(store, current, current.body);
      }
      if (step.stops) return false;
      positionOf(recipient)?.leave();
    }
    await settle(current, { tried, blocked, nextMorning: readers.nextMorning });
    return true;
  }

  /** What becomes of one recipient now. */
  async function attempt(alert: Alert, recipient: Recipient, position: Position | undefined): Promise<Step> {
    const isAsked = alert.sendNow === true && hasBegun(recipient, time());
    if (!isDue(recipient, time()) && !isAsked) return 'waits';
    if (hasExpired(recipient, time())) return { recipient: ended(recipient, 'expired'), tried: false };
    await position?.ready;
    const until = isAsked ? undefined : ways.closedUntil(recipient);
    if (until) return { recipient: kept(recipient, until, now()), tried: false };
    // What only finds out whether the credential works again does not reach Teams.
    if (recipient.notify && !ways.everything.isOn()) await ways.pace(recipient);
    return await ways.limit(async () => {
      const maySend = ways.everything.mayTry() && (await dependencies.maySend());
      return maySend ? await tryOnce(alert, recipient) : 'stop';
    });
  }

  /** A message that Teams refuses goes out as a plain sentence at once. */
  async function tryOnce(alert: Alert, recipient: Recipient): Promise<Exclude<Step, string>> {
    const delivery = onlyHere(recipient, await tryDelivery(alert, recipient));
    ways.learn(recipient, delivery);
    if (delivery.kind === 'sent') return { recipient: ended(recipient, 'sent'), tried: true };
    log.onTrouble?.(recipient, alert, delivery);
    if (delivery.kind === 'unreachable')
      return { recipient: { ...recipient, result: 'unreachable' }, tried: true };
    const stops = delivery.kind === 'ours' && delivery.everything === true;
    const again = stops ? time() : ways.closedUntil(recipient)?.again;
    const failed = afterFailure(recipient, delivery, { at: now(), again });
    if (failed.plain && !recipient.plain) return await tryOnce(alert, failed);
    return { recipient: failed, tried: delivery.kind !== 'ours', ...(stops ? { stops } : {}) };
  }

  async function tryDelivery(alert: Alert, recipient: Recipient): Promise<Delivery> {
    try {
      return await dependencies.deliver(alert, recipient);
    } catch (error) {
      log.onError(error, alert);
      return { kind: 'ours', why: 'error' };
    }
  }

  async function remember(alert: Alert, recipient: Recipient): Promise<void> {
    if (hasFailed(recipient) && recipient.to.kind === 'person') await dependencies.missed?.(alert, recipient);
  }

  /** Decides who else is notified (R99), whether anybody is left who can be, and when to try again. */
  async function settle(
    document: StoredDocument<Alert>,
    attempted: Omit<Parameters<typeof withNextAttempt>[1], 'at' | 'substitutes'>,
  ): Promise<void> {
    const substitutes = await substitutesFor(document.body, directory);
    const next = withNextAttempt(document.body, { ...attempted, at: now(), substitutes });
    const isLost = !next.untoldAt && !next.settled && isUntold(next);
    await replaceAlert(store, document, isLost ? { ...next, untoldAt: time() } : next);
    if (isLost) log.onUntold?.(next);
  }

  return sendAlert;
}

/** A chat that refuses the bot's token twice says nothing about the others: nobody else waits for it. */
function onlyHere({ trouble }: Recipient, delivery: Delivery): Delivery {
  const isAgain = delivery.kind === 'ours' && delivery.why === '401' && trouble?.why === '401';
  return isAgain ? { kind: 'ours', why: '401' } : delivery;
}

/** `waits`: not yet. `stop`: nothing may be sent any more. `stops`: nothing can be sent at all. */
type Step =
  | 'waits'
  | 'stop'
  | { readonly recipient: Recipient; readonly tried: boolean; readonly stops?: boolean };
