import type { SubmittedClaim } from '../../domain/claim.ts';
import type { DocumentStore, Query } from '../../storage/documents/documentStore.ts';
import type { Customers } from './customerFilter.ts';
import type { Section } from './sections.ts';

/** Sorts after every text that starts with a given beginning. */
const behindAll = '\uffff';

/** The parts of a list that consist of submitted claims. */
export function createClaimSections(store: DocumentStore) {
  /**
   * The claims with these values, in this order. With a customer filter, only theirs; ordered by domain if only the
   * domain's beginning is known.
   */
  return function claimSections(
    equals: Record<string, string>,
    order: Query['order'],
    customers?: Customers,
  ): Section<SubmittedClaim>[] {
    if (!customers) return [section({ equals, order })];
    const { tenantIds, beginning } = customers;
    // A customer's claims share its partition.
    if (tenantIds.length > 0) return tenantIds.map((pk) => section({ pk, equals, order }));
    const byDomain = { field: 'customerDomain', direction: 'ascending' } as const;
    const range = { from: beginning, to: `${beginning}${behindAll}` };
    return [section({ equals, range, order: byDomain })];
  };

  function section(query: Omit<Query, 'type' | 'limit' | 'after'>): Section<SubmittedClaim> {
    return {
      async read(limit, after) {
        const page = await store.query<SubmittedClaim>({
          ...query,
          type: 'claim',
          limit,
          ...(after ? { after } : {}),
        });
        return {
          items: page.documents.map(({ body }) => body),
          ...(page.next ? { next: page.next } : {}),
        };
      },
    };
  }
}
