import type { Calendar } from '../../calendar/calendar.ts';
import { assertNever } from '../assertNever.ts';
import type { FiledClaim } from '../claim.ts';

/** The clock that runs for a claim, as it stands at one moment. */
export interface ClaimClock {
  /**
   * Until when the review begins (R71), it is decided (R72), the partner answers (R73), the customer may decline (R75), a
   * rejection is talked about (R76, R84).
   */
  readonly kind: 'begin' | 'decide' | 'answer' | 'decline' | 'dispute';
  /** The end of its last day (R78): the instant at which it has passed. */
  readonly at: string;
  /** Days that follow today: business days, for `decline` and `dispute` calendar days. 0: today is the last. */
  readonly daysLeft: number;
  /** When they were counted. */
  readonly asOf: string;
  /** It has passed. That alone changes no status (D10). */
  readonly overdue: boolean;
}

/** The claim's clock at an instant; approved, it has none but the customer's window. */
export function clockOf(claim: FiledClaim, now: string, calendar: Calendar): ClaimClock | undefined {
  const running = runningClock(claim);
  if (!running?.at) return undefined;
  const { kind, at } = running;
  const lastMoment = new Date(Date.parse(at) - 1).toISOString();
  const days = countsEveryDay(kind) ? calendar.daysBetween : calendar.businessDaysBetween;
  return { kind, at, daysLeft: days(now, lastMoment), asOf: now, overdue: at <= now };
}

/** Whether the time to talk about a rejection is over (R76): nobody is late with it, and nothing is said of it. */
export const isSilent = ({ kind, overdue }: ClaimClock): boolean => kind === 'dispute' && overdue;

/** Whether the days that a clock counts are calendar days. */
export const countsEveryDay = (kind: ClaimClock['kind']): boolean => kind === 'decline' || kind === 'dispute';

/** A claim that was stored before there were clocks has no instant until it is brought up to date. */
function runningClock(
  claim: FiledClaim,
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
