import { type Alert, keyOf, type Recipient } from '../domain/alert.ts';

/** 1 s, 2 s, 4 s … up to 5 minutes; with 40 attempts about three hours before a recipient is given up. */
const firstPauseMs = 1000;
const longestPauseMs = 300_000;
const mostAttempts = 40;

/** How long to wait after a failed attempt when nobody said how long, in milliseconds; `attempts` are those before it. */
export const backoff = (attempts: number): number => Math.min(firstPauseMs * 2 ** attempts, longestPauseMs);

/** Whether a recipient still waits and may be told at this instant (ISO). R79: nobody is warned before their own morning. */
export const isDue = ({ result, from }: Recipient, at: string): boolean =>
  result === 'waiting' && (from === undefined || from <= at);

/** Whether a recipient's time has passed at this instant (ISO). R79: not after it, where something newer says the same. */
export const hasExpired = ({ until }: Recipient, at: string): boolean => until !== undefined && until <= at;

/** The recipients, by key, whom a later alert must not reach before these: order holds until they are given up. */
export function heldBackBy(earlier: readonly Alert[], at: string): ReadonlySet<string> {
  const waiting = earlier.flatMap(({ recipients }) =>
    recipients.filter((recipient) => isDue(recipient, at) && !hasExpired(recipient, at)),
  );
  return new Set(waiting.map(keyOf));
}

/** The alert with what became of the recipient at this index. */
export function withResult(alert: Alert, index: number, result: Recipient['result']): Alert {
  const recipients = alert.recipients.map((known, at) => (at === index ? { ...known, result } : known));
  return { ...alert, recipients };
}

/** The alert after one more attempt: whoever waits after the last one is given up. Being held back is no attempt. */
export function afterAttempt(
  { nextAttemptAt: _due, ...alert }: Alert,
  { tried, held, at }: { readonly tried: boolean; readonly held: ReadonlySet<string>; readonly at: string },
): Alert {
  const attempts = alert.attempts + (tried ? 1 : 0);
  const isTired = (one: Recipient) => attempts >= mostAttempts && isDue(one, at) && !held.has(keyOf(one));
  const recipients = alert.recipients.map((one) =>
    isTired(one) ? { ...one, result: 'givenUp' as const } : one,
  );
  return { ...alert, attempts, recipients };
}

/** What decides when an alert is tried again. */
export interface NextAttempt {
  /** The present instant. */
  readonly at: Date;
  /** The longest pause that a failed delivery asks for, in milliseconds; 0 when none has failed. */
  readonly pauseMs: number;
  /** When the next morning begins at which somebody may come to read it who is no recipient yet (ISO). */
  readonly nextMorning: string | undefined;
  /** Who hears instead of those who could not be reached (R99); they are tried at once. */
  readonly substitutes: readonly Recipient[];
}

/** The attempted alert with its substitutes and the time of its next attempt; no time when it leaves the outbox. */
export function withNextAttempt(alert: Alert, { at, pauseMs, nextMorning, substitutes }: NextAttempt): Alert {
  const recipients = [...alert.recipients, ...substitutes];
  const waiting = recipients.filter(({ result }) => result === 'waiting');
  const asksForPause = waiting.length > 0 && substitutes.length === 0;
  const pause = Math.max(pauseMs, asksForPause ? firstPauseMs : 0);
  const soon = new Date(at.getTime() + pause).toISOString();
  // Whose morning is still to come has been tried by nobody yet.
  const isLater = !waiting.some((one) => isDue(one, at.toISOString()));
  const next = isLater ? firstMorning(waiting, nextMorning) : soon;
  return {
    ...alert,
    recipients,
    attempts: isLater && next ? 0 : alert.attempts,
    ...(next ? { nextAttemptAt: next } : {}),
  };
}

/** When somebody's morning is next who waits, or who may still come to read it. */
const firstMorning = (waiting: readonly Recipient[], nextMorning: string | undefined): string | undefined =>
  [...waiting.flatMap(({ from }) => from ?? []), ...(nextMorning ? [nextMorning] : [])].sort()[0];
