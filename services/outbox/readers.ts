import type { Alert, Recipient } from '../domain/alert.ts';

/** What has changed about an alert's readers at the partner since it was written (R99). */
export interface Readers {
  /** They follow the claim by now, and are no recipients yet. */
  readonly joined: readonly Recipient[];
  /** Person IDs: they have left the company, or have no role there any more. */
  readonly gone: readonly string[];
  /** When the next morning begins at which somebody of the company may read it who has not joined yet (R79). */
  readonly nextMorning?: string;
}

/** Nobody has joined, nobody has gone. */
export const sameReaders: Readers = { joined: [], gone: [] };

/** The alert as it is sent at an instant. Whoever has gone counts as not reached: others may hear instead (R99). */
export function withReaders<T extends Alert>(alert: T, { joined, gone }: Readers, at: string): T {
  const isGone = ({ to, result }: Recipient) =>
    to.kind === 'person' && result === 'waiting' && gone.includes(to.personId);
  const known = alert.recipients.map((one) =>
    isGone(one) ? { ...one, result: 'unreachable' as const } : one,
  );
  return { ...alert, recipients: [...known, ...joined], readersAsOf: at };
}
