import type { Calendar } from '../../calendar/calendar.ts';
import type { ReviewClock } from '../claim.ts';

/** Business days until a review begins (R71), until it is decided (R72), and for the partner to answer (R73). */
export const stageDays = 5;
/** Business days that reviewers have for one submission (R74), and for a dispute (D4). */
export const budgetDays = { submission: 10, dispute: 5 } as const;
/** Calendar days in which a rejection can be disputed (R76). */
export const disputeDays = 30;
/** The customer's time to decline ends at the later of the two (R75, D1). */
export const declineDays = { calendar: 7, business: 5 } as const;

/** The clock of a new submission, or of a dispute (R77, D4). */
export const startClock = (at: string, of: keyof typeof budgetDays = 'submission'): ReviewClock => ({
  budget: budgetDays[of],
  used: 0,
  since: at,
});

/** The clock when the reviewers' turn ends: the business days after the day on which it began are used. */
export const stopClock = (clock: ReviewClock, at: string, calendar: Calendar): ReviewClock => ({
  ...clock,
  used: clock.used + calendar.businessDaysBetween(clock.since, at),
});

/** The clock when it becomes the reviewers' turn again. */
export const resumeClock = (clock: ReviewClock, at: string): ReviewClock => ({ ...clock, since: at });

/**
 * D3: the reviewers' deadline to begin, or to decide: five business days after the stage was entered or the end of the
 * budget, whichever is earlier, but at least one business day after it was entered.
 */
export function stageDeadline(clock: ReviewClock, enteredAt: string, calendar: Calendar): string {
  const stage = calendar.endOfBusinessDay(enteredAt, stageDays);
  const atLeast = calendar.endOfBusinessDay(enteredAt, 1);
  const left = clock.budget - clock.used;
  if (left < 1) return atLeast;
  const budget = calendar.endOfBusinessDay(clock.since, left);
  const earlier = budget < stage ? budget : stage;
  return earlier < atLeast ? atLeast : earlier;
}

/** R73: the partner's deadline to answer. */
export const answerDeadline = (at: string, calendar: Calendar): string =>
  calendar.endOfBusinessDay(at, stageDays);

/** R76: the deadline for disputing a rejection. */
export const disputeDeadline = (at: string, calendar: Calendar): string =>
  calendar.endOfCalendarDay(at, disputeDays);

/** R75, D1: the end of the customer's time to decline, which begins when the mail server has accepted the message. */
export function declineDeadline(acceptedAt: string, calendar: Calendar): string {
  const [days, business] = [
    calendar.endOfCalendarDay(acceptedAt, declineDays.calendar),
    calendar.endOfBusinessDay(acceptedAt, declineDays.business),
  ];
  return days > business ? days : business;
}
