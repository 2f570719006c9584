import type { ListedClaim } from '../../services/claims/views.ts';
import type { ClaimClock } from '../../services/domain/rules/claimClock.ts';
import { digestCard } from '../digest/digest.ts';
import { openDraftsCard } from '../draft/openDrafts.ts';
import { helpCard, helpChoiceCard } from '../help/help.ts';
import { helpTopicCard } from '../help/helpTopic.ts';
import { helpTopics } from '../help/helpTopics.ts';
import { welcomeCard } from '../help/welcome.ts';
import type { Reader } from '../kit/card.ts';
import { claimListCard } from '../list/claimList.ts';
import type { Sample } from './sample.ts';

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
const asOf = '2026-11-21T17:00:00.000Z';
const mine: readonly ListedClaim[] = [
  { ...base, status: 'PartnerActionRequired', clock: clock('answer', '2026-11-28T08:00:00.000Z', 4) },
  {
    ...base,
    number: 'C-2JW6-K0PA',
    status: 'Editing',
    claimName: 'Litware: Teams',
    endsAt: '2026-11-25T08:00:00.000Z',
  },
  { ...young, keptBy: 'Nina Berg' },
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
const ofFabrikam = (claim: Partial<ListedClaim>): ListedClaim => ({
  ...base,
  status: 'UnderReview',
  partnerName: 'Fabrikam Consulting',
  ...claim,
});
const queue: readonly ListedClaim[] = [
  ofFabrikam({ number: 'C-93KD-X2FA', claimName: 'Northwind: Sales', clock: late, contested: true }),
  ofFabrikam({ number: 'C-1TTY-04VM', clock: clock('decide', '2026-11-21T08:00:00.000Z', 0) }),
  ofFabrikam({
    number: 'C-0RQM-51ZD',
    status: 'Submitted',
    clock: clock('begin', '2026-11-24T08:00:00.000Z', 1),
  }),
  ofFabrikam({ status: 'PartnerActionRequired', clock: clock('answer', '2026-11-28T08:00:00.000Z', 4) }),
];
const due = queue.map((claim) => ({ ...claim, customerName: 'Contoso Ltd' })).slice(0, 3);

const manyDue = Array.from({ length: 10 }, () => queue[0] as ListedClaim);

/** Lists, help and welcome. */
export function listSamples(reader: Reader): readonly Sample[] {
  const filter = { status: 'Approved', customer: 'contoso' } as const;
  return [
    {
      id: 'list/mine',
      card: claimListCard({ asOf, kind: 'mine', claims: mine, next: ['2026-11-20', 'C-1'] }, reader),
    },
    {
      id: 'list/mine-filtered',
      card: claimListCard({ asOf, kind: 'mine', filter, claims: mine.slice(4, 5) }, reader),
    },
    {
      id: 'list/mine-filtered-empty',
      card: claimListCard({ asOf, kind: 'mine', filter: { customer: 'cont*' }, claims: [] }, reader),
    },
    {
      id: 'list/mine-last-page',
      card: claimListCard({ asOf, kind: 'mine', claims: mine.slice(4), before: 20 }, reader),
    },
    {
      id: 'list/mine-past-the-end',
      card: claimListCard({ asOf, kind: 'mine', claims: [], before: 10 }, reader),
    },
    {
      id: 'list/mine-long-customer',
      card: claimListCard(
        {
          asOf,
          kind: 'mine',
          claims: mine.slice(0, 2),
          refused: {
            customer: 'contoso'.repeat(50),
            error: { code: 'tooLong', data: { limit: 253, length: 350 } },
          },
        },
        reader,
      ),
    },
    {
      id: 'list/mine-many-customers',
      card: claimListCard(
        { asOf, kind: 'mine', filter: { customer: 'c' }, customersRead: 5, claims: mine.slice(0, 1) },
        reader,
      ),
    },
    { id: 'list/mine-empty', card: claimListCard({ asOf, kind: 'mine', claims: [] }, reader) },
    { id: 'list/queue', card: claimListCard({ asOf, kind: 'queue', claims: queue }, reader) },
    {
      id: 'list/queue-mentioned',
      card: claimListCard({ asOf, kind: 'queue', claims: queue }, reader, { mentioned: true }),
    },
    {
      id: 'list/digest',
      card: digestCard({ asOf, overdue: 1, today: 1, tomorrow: 1, claims: due }, reader),
    },
    {
      id: 'list/digest-more',
      card: digestCard({ asOf, overdue: 12, today: 0, tomorrow: 3, claims: manyDue }, reader),
    },
    { id: 'list/queue-empty', card: claimListCard({ asOf, kind: 'queue', claims: [] }, reader) },
    {
      id: 'list/open-drafts',
      card: openDraftsCard({ drafts: [{ ...base, status: 'Editing' }, young] }, reader),
    },
    ...(['filer', 'partner', 'reviewer'] as const).map((audience) => ({
      id: `help/${audience}`,
      card: helpCard({ audience }, reader),
    })),
    ...helpTopics.map((topic) => ({
      id: `help/topic/${topic}`,
      card: helpTopicCard({ topic, audience: 'filer' }, reader),
    })),
    {
      id: 'help/topic-for-reviewers',
      card: helpTopicCard({ topic: 'proof', audience: 'reviewer', near: ['competing'] }, reader),
    },
    { id: 'help/choice', card: helpChoiceCard(['subscription', 'claimable', 'ids'], reader) },
    ...(['filer', 'partner', 'reviewer', 'channel'] as const).map((audience) => ({
      id: `welcome/${audience}`,
      card: welcomeCard({ audience, name: 'Ann Partner' }, reader),
    })),
  ];
}
