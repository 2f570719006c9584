import type { HistoryEntry, HistoryEvent } from '../../services/domain/history.ts';
import { historyCard } from '../history/history.ts';
import type { Reader } from '../kit/card.ts';
import type { Sample } from './sample.ts';
import { names } from './sampleDetails.ts';

const number = 'C-7F3K-9Q2M';
const ann = { id: 'person:ann', name: 'Ann Partner' };
const rita = { id: 'person:rita', name: 'Rita Reviewer' };
const people = { partner: ann, reviewer: rita };
const happened: readonly (readonly [keyof typeof people, HistoryEntry['status'], HistoryEvent])[] = [
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
    number,
    seq: index + 1,
    at: `2026-11-${10 + index}T16:00:00.000Z`,
    actor: people[side],
    side,
    status,
    event,
  }))
  .toReversed();

/** The history of a claim, as each side reads it. */
export function historySamples(reader: Reader): readonly Sample[] {
  const page = { number, entries, total: entries.length };
  const asPartner = {
    claimName: 'Contoso: Exchange and Teams rollout',
    status: 'Rejected',
    names,
    viewer: 'partner',
    partnerName: 'Fabrikam Consulting',
  } as const;
  return [
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
  ];
}
