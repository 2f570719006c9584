import { type Alert, type Recipient, recipientKey } from '../domain/alert.ts';
import { soonest } from './trouble.ts';

/** Whether a recipient's turn has come at this instant (ISO). R79: nobody is reminded before their own morning. */
export const hasBegun = ({ result, from }: Recipient, at: string): boolean =>
  result === 'waiting' && (from === undefined || from <= at);

/** Whether a recipient is to be tried at this instant (ISO): after a failure, not before its pause is over. */
export const isDue = (recipient: Recipient, at: string): boolean =>
  hasBegun(recipient, at) && (recipient.trouble?.again ?? '') <= at;

/** Whether a recipient's time has passed at this instant (ISO). R79: something newer then says the same. */
export const hasExpired = ({ until }: Recipient, at: string): boolean => until !== undefined && until <= at;

/**
 * Recipients for whom an earlier alert still waits, and when that one is tried again: until it is sent or given up, a
 * later one must not reach them.
 */
export function recipientsBlockedBy(earlier: readonly Alert[], at: string): ReadonlyMap<string, string> {
  const blocked = new Map<string, string>();
  for (const { recipients } of earlier)
    for (const recipient of recipients) {
      if (!hasBegun(recipient, at) || hasExpired(recipient, at)) continue;
      const key = recipientKey(recipient);
      const again = recipient.trouble?.again ?? at;
      blocked.set(key, latest(blocked.get(key) ?? again, again));
    }
  return blocked;
}

/** The alert with its recipient at this index as it is now. */
export function withRecipient(alert: Alert, index: number, recipient: Recipient): Alert {
  return { ...alert, recipients: alert.recipients.map((known, at) => (at === index ? recipient : known)) };
}

/** The recipient whose alert has come to its end: what has failed before is no longer of interest. */
export function ended({ trouble: _past, ...recipient }: Recipient, result: Recipient['result']): Recipient {
  return { ...recipient, result };
}

/** What decides when an alert is tried again. */
export interface NextAttempt {
  /** The present instant. */
  readonly at: Date;
  /** Somebody has been tried now. */
  readonly tried: boolean;
  /** From `recipientsBlockedBy`. */
  readonly blocked: ReadonlyMap<string, string>;
  /** When the next morning begins on which somebody who is no recipient yet may join the readers (ISO). */
  readonly nextMorning: string | undefined;
  /** The people notified instead of those who could not be reached (R99); they are tried at once. */
  readonly substitutes: readonly Recipient[];
}

/** The attempted alert with its substitutes and the time of its next attempt; no such time if it leaves the outbox. */
export function withNextAttempt(
  { nextAttemptAt: _due, sendNow: _asked, ...alert }: Alert,
  { at, tried, blocked, nextMorning, substitutes }: NextAttempt,
): Alert {
  const recipients = [...alert.recipients, ...substitutes];
  const soon = soonest(at);
  const timeOf = (recipient: Recipient): string => {
    if (substitutes.includes(recipient)) return at.toISOString();
    if (!hasBegun(recipient, at.toISOString())) return recipient.from ?? soon;
    return latest(blocked.get(recipientKey(recipient)) ?? recipient.trouble?.again ?? soon, soon);
  };
  const waiting = recipients.filter(({ result }) => result === 'waiting');
  const [next] = [...waiting.map(timeOf), ...(nextMorning ? [nextMorning] : [])].sort();
  return {
    ...alert,
    recipients,
    attempts: alert.attempts + (tried ? 1 : 0),
    ...(next ? { nextAttemptAt: next } : {}),
  };
}

const latest = (one: string, other: string): string => (one > other ? one : other);
