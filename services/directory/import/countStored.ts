import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { Tally } from './tally.ts';

const orderOf = { customer: 'tenantId', subscription: 'id' } as const;

/** How many documents of a type are stored, read page by page. */
export async function countStored(store: DocumentStore, type: keyof typeof orderOf): Promise<number> {
  const query = { type, order: { field: orderOf[type], direction: 'ascending' }, limit: 200 } as const;
  let page = await store.query(query);
  let count = page.documents.length;
  while (page.next) {
    page = await store.query({ ...query, after: page.next });
    count += page.documents.length;
  }
  return count;
}

/** Counts entries that were stored before and are not in the file: those neither changed nor unchanged. */
export function countGone(tally: Tally, storedBefore: number): void {
  tally.gone = storedBefore - tally.changed - tally.unchanged;
}
