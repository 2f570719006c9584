import type { ClaimList } from '../../services/claims/lists/views.ts';
import { digestCard } from '../digest/digest.ts';
import { missedInChannelCard } from '../digest/missedInChannel.ts';
import { openDraftsCard } from '../draft/openDrafts.ts';
import type { Card, Reader } from '../kit/card.ts';
import { claimListCard } from '../list/claimList.ts';
import type { Sample } from './sample.ts';
import { asOf, drafts, due, manyDue, mine, queue } from './sampleLists.ts';

/** Lists of claims, as partners and as reviewers see them, and of drafts. */
export function listSamples(reader: Reader): readonly Sample[] {
  const cards: Readonly<Record<string, Card>> = {
    ...ownClaims(reader),
    ...queueAndDigest(reader),
    'open-drafts': openDraftsCard({ drafts }, reader),
  };
  return Object.entries(cards).map(([id, card]) => ({ id: `list/${id}`, card }));
}

/** A partner's own claims: pages of them, filtered, and filters that are too long or match too many customers. */
function ownClaims(reader: Reader): Readonly<Record<string, Card>> {
  const list = (view: Omit<ClaimList, 'asOf' | 'kind'>) =>
    claimListCard({ asOf, kind: 'mine', ...view }, reader);
  const tooLong = { code: 'tooLong', data: { limit: 253, length: 350 } } as const;
  return {
    mine: list({ claims: mine, next: ['2026-11-20', 'C-1'] }),
    'mine-filtered': list({
      filter: { status: 'Approved', customer: 'contoso' },
      claims: mine.slice(4, 5),
    }),
    'mine-filtered-empty': list({ filter: { customer: 'cont*' }, claims: [] }),
    'mine-last-page': list({ claims: mine.slice(4), before: 20 }),
    'mine-past-the-end': list({ claims: [], before: 10 }),
    'mine-long-customer': list({
      claims: mine.slice(0, 2),
      refused: { customer: 'contoso'.repeat(50), error: tooLong },
    }),
    'mine-many-customers': list({ filter: { customer: 'c' }, customersRead: 5, claims: mine.slice(0, 1) }),
    'mine-empty': list({ claims: [] }),
  };
}

/** The reviewers' queue, asked for in the channel too, and what is due as a digest. */
function queueAndDigest(reader: Reader): Readonly<Record<string, Card>> {
  return {
    queue: claimListCard({ asOf, kind: 'queue', claims: queue }, reader),
    'queue-mentioned': claimListCard({ asOf, kind: 'queue', claims: queue }, reader, { mentioned: true }),
    digest: digestCard({ asOf, overdue: 1, today: 1, tomorrow: 1, claims: due }, reader),
    'digest-more': digestCard({ asOf, overdue: 12, today: 0, tomorrow: 3, claims: manyDue }, reader),
    'missed-in-channel': missedInChannelCard(
      { asOf, claims: manyDue, others: ['C-7F3K-9Q2M', 'C-8G4L-1R3N'] },
      reader,
    ),
    'queue-empty': claimListCard({ asOf, kind: 'queue', claims: [] }, reader),
  };
}
