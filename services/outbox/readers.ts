import type { Alert, Recipient } from '../domain/alert.ts';

/** What has changed about an alert's readers at the partner since it was written (R99). */
export interface ReaderChanges {
  /** People who follow the claim by now and are not recipients yet. */
  readonly joined: readonly Recipient[];
  /** Person IDs of people who have left the company, or no longer have a role there. */
  readonly gone: readonly string[];
  /** When the next morning begins on which somebody of the company who is no recipient yet may read it (R79). */
  readonly nextMorning?: string;
}

/** Nobody has joined, nobody has gone. */
export const noReaderChanges: ReaderChanges = { joined: [], gone: [] };

/** The alert as it is sent at an instant. People who have left count as unreachable (R99). */
export function withReaders<T extends Alert>(alert: T, { joined, gone }: ReaderChanges, at: string): T {
  const isGone = ({ to, result }: Recipient) =>
    to.kind === 'person' && result === 'waiting' && gone.includes(to.personId);
  const known = alert.recipients.map((one) =>
    isGone(one) ? { ...one, result: 'unreachable' as const } : one,
  );
  return { ...alert, recipients: [...known, ...joined], readersAsOf: at };
}
