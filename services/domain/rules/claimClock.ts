import type { Calendar } from '../../calendar/calendar.ts';
import { assertNever } from '../assertNever.ts';
import type { SubmittedClaim } from '../claim.ts';

/** The running clock of a claim, as of one moment. */
export interface ClaimClock {
  /**
   * What the clock limits: starting the review (R71), the decision (R72), the partner's answer (R73), the customer's
   * time to decline (R75), the dispute of a rejection (R76, R84).
   */
  readonly kind: 'begin' | 'decide' | 'answer' | 'decline' | 'dispute';
  /** The end of its last day (R78): the instant at which it has passed. */
  readonly at: string;
  /** Days left after today: business days, or calendar days for `decline` and `dispute`. 0: today is the last. */
  readonly daysLeft: number;
  /** When they were counted. */
  readonly asOf: string;
  /** The deadline has passed. This alone does not change the status (D10). */
  readonly overdue: boolean;
}

/** The claim's clock at an instant. An approved claim has only the clock of the customer's time to decline. */
export function clockOf(claim: SubmittedClaim, now: string, calendar: Calendar): ClaimClock | undefined {
  const running = runningClock(claim);
  if (!running?.at) return undefined;
  const { kind, at } = running;
  const lastMoment = new Date(Date.parse(at) - 1).toISOString();
  const days = countsEveryDay(kind) ? calendar.daysBetween : calendar.businessDaysBetween;
  return { kind, at, daysLeft: days(now, lastMoment), asOf: now, overdue: at <= now };
}

/** Whether the time to dispute a rejection is over (R76). Nobody is late then, so cards do not mention the clock. */
export const hasCommentTimePassed = ({ kind, overdue }: ClaimClock): boolean => kind === 'dispute' && overdue;

/** Whether the days that a clock counts are calendar days. */
export const countsEveryDay = (kind: ClaimClock['kind']): boolean => kind === 'decline' || kind === 'dispute';

/** A claim that was stored before there were clocks has no instant until it is brought up to date. */
function runningClock(
  claim: SubmittedClaim,
): { readonly kind: ClaimClock['kind']; readonly at: string | undefined } | undefined {
  switch (claim.status) {
    case 'Submitted':
      return { kind: 'begin', at: claim.beginBy };
    case 'UnderReview':
      return { kind: 'decide', at: claim.decideBy };
    case 'PartnerActionRequired':
      return { kind: 'answer', at: claim.answerBy };
    case 'Rejected':
      return { kind: 'dispute', at: claim.disputeUntil };
    case 'Approved':
      return { kind: 'decline', at: claim.declineUntil };
    default:
      return assertNever(claim);
  }
}
