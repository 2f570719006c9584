import type { Draft } from '../../domain/claim.ts';
import type { DocumentStore, Query } from '../../storage/documents/documentStore.ts';
import { findClaim } from '../findClaim.ts';
import { dropSubmittedDraft } from '../submission.ts';
import { type Customers, isDraftFor } from './customerFilter.ts';
import type { Section } from './sections.ts';

const newestFirst = { field: 'updatedAt', direction: 'descending' } as const;
const nextToEnd = { field: 'dueAt', direction: 'ascending' } as const;

/** The parts of a list that consist of drafts. */
export function createDraftSections(store: DocumentStore) {
  /** A company's drafts: first those about to be deleted, by that date (D13), then the others, newest change first. */
  return function draftSections(partnerId: string, customers?: Customers): Section<Draft>[] {
    const isWanted = (draft: Draft) => !customers || isDraftFor(customers, draft);
    return [
      section({ equals: { partnerId, due: 'delete' }, order: nextToEnd }, isWanted),
      section(
        { equals: { partnerId }, order: newestFirst },
        (draft) => draft.due !== 'delete' && isWanted(draft),
      ),
    ];
  };

  function section(
    query: Pick<Query, 'equals' | 'order'>,
    isWanted: (draft: Draft) => boolean,
  ): Section<Draft> {
    return {
      async read(limit, after) {
        const page = await store.query<Draft>({
          ...query,
          type: 'draft',
          limit,
          ...(after ? { after } : {}),
        });
        const wanted = page.documents.map(({ body }) => body).filter(isWanted);
        const found = await Promise.all(wanted.map(standing));
        return {
          items: found.filter((draft) => draft !== undefined),
          ...(page.next ? { next: page.next } : {}),
        };
      },
    };
  }

  /** An interrupted submission may have left its draft: only the claim is listed, and the draft is deleted now. */
  async function standing(draft: Draft): Promise<Draft | undefined> {
    if (!draft.submittingTo) return draft;
    const found = await findClaim(store, draft.number);
    if (found?.kind === 'draft') return found.document.body;
    if (found?.kind === 'submitted') await dropSubmittedDraft(store, draft);
    return undefined;
  }
}
