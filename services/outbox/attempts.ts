import { type Alert, type Recipient, recipientKey } from '../domain/alert.ts';

/** 1 s, 2 s, 4 s … up to 5 minutes; with 40 attempts about three hours before a recipient is given up. */
const firstPauseMs = 1000;
const longestPauseMs = 300_000;
const mostAttempts = 40;

/** How long to wait after a failed attempt if the service does not say, in milliseconds; `attempts`: earlier ones. */
export const backoff = (attempts: number): number => Math.min(firstPauseMs * 2 ** attempts, longestPauseMs);

/**
 * Whether a recipient still waits and may be notified at this instant (ISO). R79: nobody is reminded before their own
 * morning.
 */
export const isDue = ({ result, from }: Recipient, at: string): boolean =>
  result === 'waiting' && (from === undefined || from <= at);

/** Whether a recipient's time has passed at this instant (ISO). R79: something newer then says the same. */
export const hasExpired = ({ until }: Recipient, at: string): boolean => until !== undefined && until <= at;

/** Keys of recipients for whom an earlier alert still waits: until it is given up, a later one must not reach them. */
export function recipientsBlockedBy(earlier: readonly Alert[], at: string): ReadonlySet<string> {
  const waiting = earlier.flatMap(({ recipients }) =>
    recipients.filter((recipient) => isDue(recipient, at) && !hasExpired(recipient, at)),
  );
  return new Set(waiting.map(recipientKey));
}

/** The alert with the result of the recipient at this index. */
export function withResult(alert: Alert, index: number, result: Recipient['result']): Alert {
  const recipients = alert.recipients.map((known, at) => (at === index ? { ...known, result } : known));
  return { ...alert, recipients };
}

/**
 * The alert after one more attempt. Recipients still waiting after the last attempt are given up. Being held back does
 * not count as an attempt.
 */
export function afterAttempt(
  { nextAttemptAt: _due, ...alert }: Alert,
  { tried, held, at }: { readonly tried: boolean; readonly held: ReadonlySet<string>; readonly at: string },
): Alert {
  const attempts = alert.attempts + (tried ? 1 : 0);
  const hasNoTryLeft = (one: Recipient) =>
    attempts >= mostAttempts && isDue(one, at) && !held.has(recipientKey(one));
  const recipients = alert.recipients.map((one) =>
    hasNoTryLeft(one) ? { ...one, result: 'givenUp' as const } : one,
  );
  return { ...alert, attempts, recipients };
}

/** What decides when an alert is tried again. */
export interface NextAttempt {
  /** The present instant. */
  readonly at: Date;
  /** The longest pause that a failed delivery asks for, in milliseconds; 0 when none has failed. */
  readonly pauseMs: number;
  /** The next morning (ISO) of those readers to whom nothing has been sent yet: they may become recipients then. */
  readonly nextMorning: string | undefined;
  /** The people notified instead of those who could not be reached (R99); they are tried at once. */
  readonly substitutes: readonly Recipient[];
}

/** The attempted alert with its substitutes and the time of its next attempt; no such time if it leaves the outbox. */
export function withNextAttempt(alert: Alert, { at, pauseMs, nextMorning, substitutes }: NextAttempt): Alert {
  const recipients = [...alert.recipients, ...substitutes];
  const waiting = recipients.filter(({ result }) => result === 'waiting');
  const asksForPause = waiting.length > 0 && substitutes.length === 0;
  const pause = Math.max(pauseMs, asksForPause ? firstPauseMs : 0);
  const soon = new Date(at.getTime() + pause).toISOString();
  // A recipient whose morning is still to come has not been tried yet.
  const isLater = !waiting.some((one) => isDue(one, at.toISOString()));
  const next = isLater ? firstMorning(waiting, nextMorning) : soon;
  return {
    ...alert,
    recipients,
    attempts: isLater && next ? 0 : alert.attempts,
    ...(next ? { nextAttemptAt: next } : {}),
  };
}

/** The next morning of a person who waits, or who may still join the readers. */
const firstMorning = (waiting: readonly Recipient[], nextMorning: string | undefined): string | undefined =>
  [...waiting.flatMap(({ from }) => from ?? []), ...(nextMorning ? [nextMorning] : [])].sort()[0];
