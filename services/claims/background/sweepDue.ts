import type { DocumentStore, PageKey, StoredDocument } from '../../storage/documents/documentStore.ts';

const pageSize = 50;

/** Documents on which the system acts by itself once the instant in `field` has come. */
export interface DueDocuments<T> {
  readonly type: string;
  readonly field: string;
  /** Acts on one, under its ETag: two processes may sweep at once. False when there was nothing to do for this one. */
  readonly act: (document: StoredDocument<T>) => Promise<boolean>;
}

/**
 * Acts once on each document that is due at an instant, and returns on how many it acted. A failure does not hold up
 * the others: it is thrown at the end, and tried again in the next sweep.
 */
export async function sweepDue<T>(
  store: DocumentStore,
  { type, field, act }: DueDocuments<T>,
  at: string,
): Promise<number> {
  const failures: unknown[] = [];
  let count = 0;
  let after: PageKey | undefined;
  do {
    const page = await store.query<T>({
      type,
      range: { to: at },
      order: { field, direction: 'ascending' },
      limit: pageSize,
      ...(after ? { after } : {}),
    });
    for (const result of await Promise.allSettled(page.documents.map(act))) {
      if (result.status === 'rejected') failures.push(result.reason);
      else if (result.value) count += 1;
    }
    after = page.next;
  } while (after);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of type ${type} failed`);
  return count;
}
