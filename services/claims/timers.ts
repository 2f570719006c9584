import { assertNever } from '../assertNever.ts';
import type { Calendar } from '../clock/calendar.ts';
import type { FiledClaim } from './claim.ts';

/** `remind`: R79, for the clocks of R73 and R76, on an ISO date. `expire`: R73. `at` is an ISO instant. */
export type Timer =
  | { readonly name: 'remind'; readonly at: string; readonly day: string }
  | { readonly name: 'expire'; readonly at: string };

/** Warnings go out on the last two business days of a clock (R79). */
const remindedDays = 2;
/** Where a day's 09:00 comes first: a warning is made then, and waits for each reader's own morning. */
const firstMorning = 'Pacific/Kiritimati';

/** The timers of a claim as it stands, in their order; those that have run too. */
export function timersOf(claim: FiledClaim, calendar: Calendar): readonly Timer[] {
  switch (claim.status) {
    case 'PartnerActionRequired':
      return [...reminders(claim.answerBy, calendar), { name: 'expire', at: claim.answerBy }];
    case 'Rejected':
      return reminders(claim.disputeUntil, calendar);
    case 'Submitted':
    case 'UnderReview':
    case 'Approved':
      return [];
    default:
      return assertNever(claim);
  }
}

const reminders = (deadline: string, calendar: Calendar): Timer[] =>
  calendar
    .lastBusinessDays(deadline, remindedDays)
    .map((day) => ({ name: 'remind', day, at: calendar.morningOf(day, firstMorning) }));

/** When the claim's first timer after an instant runs. */
export const dueAfter = (claim: FiledClaim, at: string, calendar: Calendar): string | undefined =>
  timersOf(claim, calendar).find((timer) => timer.at > at)?.at;

/**
 * What is to be run by now: an end that has come, as of its own time; otherwise the newest reminder, because an older one
 * says the same.
 */
export function timerDue(claim: FiledClaim, now: string, calendar: Calendar): Timer | undefined {
  const { dueAt } = claim;
  if (dueAt === undefined) return undefined;
  const due = timersOf(claim, calendar).filter(({ at }) => at >= dueAt && at <= now);
  return due.find(({ name }) => name === 'expire') ?? due.at(-1);
}
