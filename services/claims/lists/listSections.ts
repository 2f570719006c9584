import type { ClaimStatus, Draft, SubmittedClaim } from '../../domain/claim.ts';
import type { Query } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { createClaimSections } from './claimSections.ts';
import type { Customers } from './customerFilter.ts';
import { createDraftSections } from './draftSections.ts';
import type { Section } from './sections.ts';

const byDeadline = { field: 'deadline', direction: 'ascending' } as const;
const newestFirst = { field: 'updatedAt', direction: 'descending' } as const;

/** The parts that lists are made of, each of them one query. */
export function createListSections({ store }: Pick<ClaimsContext, 'store'>) {
  const claims = createClaimSections(store);
  const drafts = createDraftSections(store);

  /** R68: what the company has to act on comes first. */
  function mine(
    partnerId: string,
    { status, customers }: { readonly status?: ClaimStatus | undefined; readonly customers?: Customers } = {},
  ): Section<SubmittedClaim | Draft>[] {
    const filed = (equals: Record<string, string>, order: Query['order']) =>
      claims({ partnerId, ...equals }, order, customers);
    const drafted = drafts(partnerId, customers);
    if (status === 'Editing') return drafted;
    if (status === 'Approved' || status === 'Rejected') return filed({ status }, newestFirst);
    if (status) return filed({ status }, byDeadline);
    return [
      ...filed({ turn: 'partner' }, byDeadline),
      ...drafted,
      ...filed({ turn: 'reviewers' }, byDeadline),
      ...filed({ turn: 'nobody' }, newestFirst),
    ];
  }

  /** Claims that wait for reviewers, nearest deadline first, then claims that wait for partners. */
  const queue = (): Section<SubmittedClaim>[] =>
    ['reviewers', 'partner'].flatMap((turn) => claims({ turn }, byDeadline));

  return { mine, queue, drafts };
}
