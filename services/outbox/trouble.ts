import type { Recipient, Trouble } from '../domain/alert.ts';
import { assertNever } from '../domain/assertNever.ts';
import type { CountedDelivery, FailedDelivery } from './delivery.ts';

/** 1 s, 2 s, 4 s … up to 5 minutes. */
const firstPauseMs = 1000;
const longestPauseMs = 300_000;
/**
 * A message that may have been delivered is repeated once soon, then seldom. A person's colleagues are told after six
 * copies (R99); the reviewers' channel gets at most eight, then an operator is asked.
 */
const hourMs = 3_600_000;
const unsurePausesMs = [5000, 900_000, 1_800_000, hourMs, hourMs, 3 * hourMs, 3 * hourMs] as const;
/** A chat that Teams does not know is tried twice more before its person counts as unreachable. */
const missingPausesMs = [60_000, 600_000] as const;
/** R99: how long one person is tried before colleagues are told, and how often at least. */
const personWaitsMs = 9_500_000;
const fewestAttempts = 4;

/** How long to wait after a failed attempt if the service does not say, in milliseconds; `attempts`: earlier ones. */
export const backoff = (attempts: number): number => Math.min(firstPauseMs * 2 ** attempts, longestPauseMs);

/** The first instant (ISO) at which something that was just tried may be tried again. */
export const soonest = (at: Date): string => later(at, firstPauseMs);

/** An instant so many milliseconds later (ISO). */
export const later = (at: Date, ms: number): string => new Date(at.getTime() + ms).toISOString();

/**
 * The recipient after a failure: waiting until its next attempt, or at its end. `again` (ISO) is given where it is
 * known from outside when the next attempt makes sense.
 */
export function afterFailure(
  recipient: Recipient,
  delivery: FailedDelivery,
  { at, again }: { readonly at: Date; readonly again?: string | undefined },
): Recipient {
  const why = delivery.why ?? delivery.kind;
  switch (delivery.kind) {
    case 'ours':
    case 'away':
      return kept(
        recipient,
        {
          ...{ why, again: again ?? later(at, growing(recipient, at)) },
          ...(delivery.kind === 'away' ? ({ away: true } as const) : {}),
        },
        at,
      );
    case 'refused':
      return recipient.plain || !recipient.notify
        ? failed(recipient, 'refused', why)
        : { ...recipient, plain: true };
    case 'later':
    case 'unsure':
    case 'missing':
      return counted(recipient, delivery, at);
    default:
      return assertNever(delivery);
  }
}

/** Waits for something that is no fault of the recipient: no attempt. */
export function kept(
  { trouble, ...recipient }: Recipient,
  closed: Pick<Trouble, 'why' | 'again' | 'away'>,
  at: Date,
): Recipient {
  return { ...recipient, trouble: { since: at.toISOString(), attempts: 0, ...trouble, ...closed } };
}

function counted(recipient: Recipient, delivery: CountedDelivery, at: Date): Recipient {
  const why = delivery.why ?? delivery.kind;
  const before = recipient.trouble?.attempts ? recipient.trouble : undefined;
  const earlier = before?.attempts ?? 0;
  const unsure = (before?.unsure ?? 0) + Number(delivery.kind === 'unsure');
  const missing = (before?.missing ?? 0) + Number(delivery.kind === 'missing');
  const since = before?.since ?? at.toISOString();
  const pause = pauseAfter(delivery, { earlier, unsure, missing });
  const trouble = {
    ...{ since, attempts: earlier + 1, why, again: later(at, pause ?? 0) },
    ...(unsure > 0 ? { unsure } : {}),
    ...(missing > 0 ? { missing } : {}),
  };
  if (pause === undefined)
    return { ...recipient, trouble, result: delivery.kind === 'missing' ? 'unreachable' : 'givenUp' };
  return isTired(recipient, trouble, at)
    ? { ...recipient, trouble, result: 'givenUp' }
    : { ...recipient, trouble };
}

/** None: it makes no sense to try again. */
function pauseAfter(
  delivery: CountedDelivery,
  {
    earlier,
    unsure,
    missing,
  }: { readonly earlier: number; readonly unsure: number; readonly missing: number },
): number | undefined {
  switch (delivery.kind) {
    case 'later':
      return delivery.afterMs ?? backoff(earlier);
    case 'unsure': {
      const pause = unsurePausesMs[unsure - 1];
      return pause === undefined ? undefined : Math.max(pause, delivery.afterMs ?? 0);
    }
    case 'missing':
      return missingPausesMs[missing - 1];
    default:
      return assertNever(delivery);
  }
}

/** Reviewers who must be told are tried for ever (D21); a card that is only brought up to date is not. */
function isTired({ to, notify }: Recipient, { since, attempts }: Trouble, at: Date): boolean {
  const isKept = to.kind === 'claim' || (to.kind === 'reviewers' && notify);
  return !isKept && attempts >= fewestAttempts && at.getTime() - Date.parse(since) >= personWaitsMs;
}

const failed = (recipient: Recipient, result: Recipient['result'], why: string): Recipient => ({
  ...recipient,
  result,
  ...(recipient.trouble ? { trouble: { ...recipient.trouble, why } } : {}),
});

/** As long again as it has waited so far. */
function growing({ trouble }: Recipient, at: Date): number {
  const waited = trouble ? at.getTime() - Date.parse(trouble.since) : 0;
  return Math.min(Math.max(waited, firstPauseMs), longestPauseMs);
}
