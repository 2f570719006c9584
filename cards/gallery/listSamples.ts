import type { ClaimClock } from '../../services/claims/claimClock.ts';
import type { HistoryEntry, HistoryEvent } from '../../services/claims/history.ts';
import type { ListedClaim } from '../../services/claims/views.ts';
import type { Reader } from '../card.ts';
import { claimListCard } from '../claimList.ts';
import { digestCard } from '../digest.ts';
import { helpCard, helpChoiceCard } from '../help.ts';
import { helpTopicCard } from '../helpTopic.ts';
import { helpTopics } from '../helpTopics.ts';
import { historyCard } from '../history.ts';
import { openDraftsCard } from '../openDrafts.ts';
import { welcomeCard } from '../welcome.ts';
import { names } from './sampleClaims.ts';
import type { Sample } from './samples.ts';

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
  overdue: false,
});
const late: ClaimClock = { ...clock('decide', '2026-11-20T08:00:00.000Z', 0), overdue: true };
const mine: readonly ListedClaim[] = [
  { ...base, status: 'PartnerActionRequired', clock: clock('answer', '2026-11-28T08:00:00.000Z', 4) },
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
  { ...base, number: 'C-YH5E-8J4C', status: 'Rejected', claimName: 'Adventure Works: Exchange' },
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

const ann = { id: 'person:ann', name: 'Ann Partner' };
const rita = { id: 'person:rita', name: 'Rita Reviewer' };
const happened: readonly (readonly ['partner' | 'reviewer', HistoryEntry['status'], HistoryEvent])[] = [
  ['partner', 'Editing', { kind: 'DraftCreated' }],
  ['partner', 'Editing', { kind: 'DraftTakenOver' }],
  [
    'partner',
    'Submitted',
    {
      kind: 'ClaimSubmitted',
      proofs: ['Statement of work, signed.pdf', 'Rollout report.docx'],
      comment: 'The rollout ended in October.',
    },
  ],
  ['reviewer', 'UnderReview', { kind: 'ReviewStarted' }],
  ['reviewer', 'UnderReview', { kind: 'ReviewTakenOver', from: { id: 'person:raj', name: 'Raj Mehta' } }],
  ['reviewer', 'UnderReview', { kind: 'Commented', text: 'Does the report cover *all* sites?' }],
  [
    'reviewer',
    'PartnerActionRequired',
    {
      kind: 'InformationRequested',
      reasons: ['CustomerAcknowledgmentMissing', 'ProductsMissing'],
      comment: 'Page 3 lacks the customer’s signature.',
    },
  ],
  ['partner', 'PartnerActionRequired', { kind: 'ProofAdded', name: 'Page 3, signed.pdf' }],
  [
    'partner',
    'PartnerActionRequired',
    {
      kind: 'ClaimEdited',
      changes: [{ field: 'partnerContact.email', from: 'ann@fabrikam.com', to: 'desk@fabrikam.com' }],
      added: [{ kind: 'workload', workload: 'teams' }],
      removed: [
        {
          kind: 'product',
          product: 'dynamics-365-sales',
          subscriptionId: '3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a',
        },
      ],
    },
  ],
  ['partner', 'Submitted', { kind: 'ClaimResubmitted', answer: 'Here is the signed page.' }],
  ['reviewer', 'Approved', { kind: 'ClaimApproved' }],
  [
    'reviewer',
    'Rejected',
    { kind: 'ClaimRejected', reason: 'CustomerConsentMissing', comment: 'There is no consent.' },
  ],
];
const entries: readonly HistoryEntry[] = happened
  .map(([side, status, event], index) => ({
    number: base.number,
    seq: index + 1,
    at: `2026-11-${10 + index}T16:00:00.000Z`,
    actor: side === 'partner' ? ann : rita,
    side,
    status,
    event,
  }))
  .toReversed();

/** Lists, history, help and welcome. */
export function listSamples(reader: Reader): readonly Sample[] {
  const page = { number: base.number, entries };
  const asPartner = {
    claimName: base.claimName,
    status: 'Rejected',
    names,
    viewer: 'partner',
    partnerName: 'Fabrikam Consulting',
  } as const;
  const filter = { status: 'Approved', customer: 'contoso' } as const;
  return [
    {
      id: 'list/mine',
      card: claimListCard({ kind: 'mine', claims: mine, next: ['2026-11-20', 'C-1'] }, reader),
    },
    {
      id: 'list/mine-filtered',
      card: claimListCard({ kind: 'mine', filter, claims: mine.slice(4, 5) }, reader),
    },
    {
      id: 'list/mine-filtered-empty',
      card: claimListCard({ kind: 'mine', filter: { customer: 'cont*' }, claims: [] }, reader),
    },
    { id: 'list/mine-empty', card: claimListCard({ kind: 'mine', claims: [] }, reader) },
    { id: 'list/queue', card: claimListCard({ kind: 'queue', claims: queue }, reader) },
    {
      id: 'list/queue-mentioned',
      card: claimListCard({ kind: 'queue', claims: queue }, reader, { mentioned: true }),
    },
    {
      id: 'list/digest',
      card: digestCard({ overdue: 1, today: 1, tomorrow: 1, claims: due }, reader),
    },
    {
      id: 'list/digest-more',
      card: digestCard({ overdue: 12, today: 0, tomorrow: 3, claims: manyDue }, reader),
    },
    { id: 'list/queue-empty', card: claimListCard({ kind: 'queue', claims: [] }, reader) },
    {
      id: 'list/open-drafts',
      card: openDraftsCard({ drafts: [{ ...base, status: 'Editing' }, young] }, reader),
    },
    { id: 'history/partner', card: historyCard({ ...asPartner, page }, reader) },
    { id: 'history/reviewer', card: historyCard({ ...asPartner, viewer: 'reviewer', page }, reader) },
    {
      id: 'history/middle',
      card: historyCard(
        {
          ...asPartner,
          page: { ...page, entries: entries.slice(2, 6), before: 'Submitted', olderThan: 6, newerThan: 10 },
        },
        reader,
      ),
    },
    { id: 'history/empty', card: historyCard({ ...asPartner, page: { ...page, entries: [] } }, reader) },
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
