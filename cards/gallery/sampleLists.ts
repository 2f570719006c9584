import type { ListedClaim } from '../../services/claims/lists/views.ts';
import type { ClaimClock } from '../../services/domain/rules/claimClock.ts';

/** When the lists of the samples were read. */
export const asOf = '2026-11-21T17:00:00.000Z';

const base = {
  number: 'C-7F3K-9Q2M',
  version: 7,
  claimName: 'Contoso: Exchange and Teams rollout',
  customerDomain: 'contoso.onmicrosoft.com',
  updatedAt: '2026-11-20T18:30:00.000Z',
};
const young: ListedClaim = {
  number: 'C-4HTX-0W8B',
  version: 1,
  status: 'Editing',
  updatedAt: '2026-11-21T08:10:00.000Z',
};
const clock = (kind: ClaimClock['kind'], at: string, daysLeft: number): ClaimClock => ({
  kind,
  at,
  daysLeft,
  asOf: '2026-11-20T20:00:00.000Z',
  overdue: false,
});
const late: ClaimClock = { ...clock('decide', '2026-11-20T08:00:00.000Z', 0), overdue: true };

/** A partner's own claims, one in each status and one that has no name yet. */
export const mine: readonly ListedClaim[] = [
  { ...base, status: 'PartnerActionRequired', clock: clock('answer', '2026-11-28T08:00:00.000Z', 4) },
  {
    ...base,
    number: 'C-2JW6-K0PA',
    status: 'Editing',
    claimName: 'Litware: Teams',
    endsAt: '2026-11-25T08:00:00.000Z',
  },
  { ...young, ownedBy: 'Nina Berg' },
  {
    ...base,
    number: 'C-0RQM-51ZD',
    status: 'Submitted',
    claimName: 'Woodgrove Bank: Teams',
    clock: clock('begin', '2026-11-24T08:00:00.000Z', 1),
  },
  { ...base, number: 'C-93KD-X2FA', status: 'UnderReview', claimName: 'Northwind: Sales', clock: late },
  { ...base, number: 'C-B7T0-22NN', status: 'Approved', claimName: 'Tailspin: Intune' },
  {
    ...base,
    number: 'C-YH5E-8J4C',
    status: 'Rejected',
    claimName: 'Adventure Works: Exchange',
    clock: clock('dispute', '2026-12-21T08:00:00.000Z', 29),
  },
];

/** Two drafts of one partner, the younger one without a name. */
export const drafts: readonly ListedClaim[] = [{ ...base, status: 'Editing' }, young];

const ofFabrikam = (claim: Partial<ListedClaim>): ListedClaim => ({
  ...base,
  status: 'UnderReview',
  partnerName: 'Fabrikam Consulting',
  ...claim,
});
const mostUrgent = ofFabrikam({
  number: 'C-93KD-X2FA',
  claimName: 'Northwind: Sales',
  clock: late,
  contested: true,
});

/** The reviewers' queue, the most urgent claim first. */
export const queue: readonly ListedClaim[] = [
  mostUrgent,
  ofFabrikam({ number: 'C-1TTY-04VM', clock: clock('decide', '2026-11-21T08:00:00.000Z', 0) }),
  ofFabrikam({
    number: 'C-0RQM-51ZD',
    status: 'Submitted',
    clock: clock('begin', '2026-11-24T08:00:00.000Z', 1),
  }),
  ofFabrikam({ status: 'PartnerActionRequired', clock: clock('answer', '2026-11-28T08:00:00.000Z', 4) }),
];

/** What of the queue is due, with the customers' names. */
export const due = queue.map((claim) => ({ ...claim, customerName: 'Contoso Ltd' })).slice(0, 3);

/** A digest of ten claims, of more that are due. */
export const manyDue = Array.from({ length: 10 }, () => mostUrgent);
