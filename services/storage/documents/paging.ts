import { type Page, type Query, type StoredDocument, StoreLimitError } from './documentStore.ts';

/** Makes a page of the documents found. One document more than the page was read, to know whether there are more. */
export function pageOf<T>(found: readonly StoredDocument<T>[], query: Query): Page<T> {
  const documents = found.slice(0, query.limit);
  const last = documents.at(-1);
  if (found.length <= query.limit || !last) return { documents };
  return { documents, next: [orderValue(last, query.order.field), last.pk, last.id] };
}

/** The bounds of the order field: the range or, on a later page, where to continue, so that an index can seek to it. */
export function boundsOf({ range, order, after }: Query): NonNullable<Query['range']> {
  const place = after?.[0];
  if (place === undefined) return range ?? {};
  return order.direction === 'ascending' ? { ...range, from: place } : { ...range, to: place };
}

function orderValue(document: StoredDocument<unknown>, field: string): string | number {
  const value = (document.body as Record<string, unknown>)[field];
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new StoreLimitError(`${document.id} was found by ${field} but has none.`);
}
