import type { Calendar } from '../../calendar/calendar.ts';
import { assertNever } from '../assertNever.ts';
import type { SubmittedClaim } from '../claim.ts';

/** `expire`: R73. `at` is an ISO instant. */
export type Timer = Reminder | { readonly name: 'expire'; readonly at: string };

/** A reminder on an ISO date (R79), for the clocks of R73 and R76. */
export interface Reminder {
  readonly name: 'remind';
  readonly at: string;
  readonly day: string;
  /** The day of the next reminder, which replaces this one, or the deadline. */
  readonly until: { readonly day: string } | { readonly deadline: string };
}

/** Warnings go out on the last two business days of a clock (R79). */
const remindedDays = 2;
/** The zone in which 09:00 comes first. A reminder is created then, and waits for each reader's own morning. */
const firstMorning = 'Pacific/Kiritimati';

/** The timers of a claim in its present status, in order, including those that have run. */
export function timersOf(claim: SubmittedClaim, calendar: Calendar): readonly Timer[] {
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

function reminders(deadline: string, calendar: Calendar): Reminder[] {
  const days = calendar.lastBusinessDays(deadline, remindedDays);
  return days.map((day, index) => {
    const next = days[index + 1];
    const at = calendar.morningOf(day, firstMorning);
    return { name: 'remind', day, at, until: next ? { day: next } : { deadline } };
  });
}

/** R79: the time of a reminder for one reader. After a pause it is sent late, but not once the next reminder is due. */
export function reminderTime(
  { day, until }: Reminder,
  calendar: Calendar,
  zone?: string,
): { readonly from: string; readonly until: string } {
  return {
    from: calendar.morningOf(day, zone),
    until: 'day' in until ? calendar.morningOf(until.day, zone) : until.deadline,
  };
}

/** When the claim's first timer after an instant runs. */
export const nextTimerAt = (claim: SubmittedClaim, at: string, calendar: Calendar): string | undefined =>
  timersOf(claim, calendar).find((timer) => timer.at > at)?.at;

/** The timer to run now: the expiry if its time has come, otherwise the earliest reminder. */
export function timerToRun(claim: SubmittedClaim, now: string, calendar: Calendar): Timer | undefined {
  const { dueAt } = claim;
  if (dueAt === undefined) return undefined;
  const due = timersOf(claim, calendar).filter(({ at }) => at >= dueAt && at <= now);
  return due.find(({ name }) => name === 'expire') ?? due[0];
}
