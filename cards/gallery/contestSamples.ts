import type { Contest } from '../../services/claims/views.ts';
import { claimCard } from '../claim/claim.ts';
import { contestCard } from '../contest/contest.ts';
import type { Reader } from '../kit/card.ts';
import type { Sample } from './sample.ts';
import { asPartner, asReviewer, submitted, underReview } from './sampleClaims.ts';
import { dynamicsDetails, names } from './sampleDetails.ts';

const submittedAt = '2026-11-12T17:20:00.000Z';
const claims: Contest['claims'] = [
  {
    number: 'C-93KD-X2FA',
    status: 'Approved',
    claimName: 'Contoso: managed Exchange',
    partnerId: 'northwind',
    partnerName: 'Northwind Cloud',
    submittedAt: '2026-09-02T08:00:00.000Z',
    holds: true,
  },
  {
    number: underReview.number,
    status: 'UnderReview',
    claimName: underReview.details.claimName,
    partnerId: underReview.partnerId,
    partnerName: 'Fabrikam Consulting',
    submittedAt,
    holds: false,
  },
  {
    number: 'C-B7T0-22NN',
    status: 'Submitted',
    claimName: 'Exchange for Contoso’s plants',
    partnerId: 'tailspin',
    partnerName: 'Tailspin Services',
    submittedAt: '2026-11-20T18:30:00.000Z',
    holds: false,
  },
];
/** A contest on a slot that a partner holds. */
export const heldContest: Contest = {
  customerTenantId: underReview.details.customerTenantId,
  slot: 'workload:exchange-online',
  lines: [{ kind: 'workload', workload: 'exchange-online' }],
  customer: 'Contoso Ltd',
  contested: true,
  claims,
};
const subscription: Contest = {
  ...heldContest,
  slot: 'subscription:1a2b3c4d-5e6f-4a8b-9c0d-1e2f3a4b5c6d',
  lines: [
    {
      kind: 'product',
      product: 'dynamics-365-sales',
      subscriptionId: '1a2b3c4d-5e6f-4a8b-9c0d-1e2f3a4b5c6d',
    },
  ],
  claims: claims.slice(1),
};
const crowd: Contest = {
  ...heldContest,
  claims: Array.from({ length: 50 }, (_, index) => ({
    number: `C-0000-${String(index).padStart(4, '0')}`,
    status: 'Submitted' as const,
    claimName: `Exchange Online, partner ${index + 1}`,
    partnerId: `partner-${index}`,
    partnerName: `Partner ${index + 1}`,
    submittedAt,
    holds: false,
  })),
};
const notice = { at: submittedAt, side: 'system', notice: 'arbitration' } as const;
const endedSubscriptions = dynamicsDetails.lines
  .flatMap((line) => (line.kind === 'product' ? [line.subscriptionId] : []))
  .slice(0, 1);
const endNotices = endedSubscriptions.map(
  (subscriptionId) =>
    ({
      at: '2026-11-19T09:00:00.000Z',
      side: 'system',
      notice: 'subscriptionEnded',
      subscriptionId,
    }) as const,
);

/** A contested slot as reviewers see it, its claims on both sides. */
export function contestSamples(reader: Reader): readonly Sample[] {
  const over = { ...heldContest, contested: false };
  const told = { ...submitted, comments: [notice], arbitrationAnnouncedAt: submittedAt };
  const ended = { ...told, details: dynamicsDetails, comments: [notice, ...endNotices] };
  return [
    { id: 'contest/held', card: contestCard({ contest: heldContest, names }, reader) },
    { id: 'contest/subscription', card: contestCard({ contest: subscription, names }, reader) },
    {
      id: 'contest/joined',
      card: contestCard({ contest: heldContest, names, joined: 'C-B7T0-22NN' }, reader),
    },
    { id: 'contest/crowd', card: contestCard({ contest: crowd, names }, reader) },
    { id: 'contest/crowd-last', card: contestCard({ contest: crowd, names, from: 45 }, reader) },
    {
      id: 'contest/over-held',
      card: contestCard({ contest: { ...over, claims: claims.slice(0, 1) }, names }, reader),
    },
    {
      id: 'contest/over-one-left',
      card: contestCard({ contest: { ...over, claims: claims.slice(1, 2) }, names }, reader),
    },
    {
      id: 'contest/over-ended',
      card: contestCard({ contest: { ...subscription, contested: false, ended: true }, names }, reader),
    },
    { id: 'contest/over-nobody', card: contestCard({ contest: { ...over, claims: [] }, names }, reader) },
    {
      id: 'claim/reviewer/contested',
      card: claimCard({ ...asReviewer(underReview), contests: [heldContest, subscription] }, reader),
    },
    {
      id: 'claim/reviewer/contested-by-many',
      card: claimCard({ ...asReviewer(underReview), contests: [crowd] }, reader),
    },
    { id: 'claim/partner/contested', card: claimCard(asPartner(told), reader) },
    {
      id: 'claim/partner/contest-ended',
      card: claimCard({ ...asPartner(ended), endedSubscriptions }, reader),
    },
  ];
}
