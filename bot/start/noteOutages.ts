import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { StoreLimitError } from '../../services/storage/documents/documentStore.ts';
import { noAnswerOf } from '../../services/storage/serviceFault.ts';
import type { Outages } from './outages.ts';

/** The store, of which each call says whether the database answers. */
export function noteOutages(
  store: DocumentStore,
  { begin, end }: Pick<Outages, 'begin' | 'end'>,
): DocumentStore {
  async function noted<T>(call: Promise<T>): Promise<T> {
    try {
      const answer = await call;
      end('documents');
      return answer;
    } catch (error) {
      // A request that no database takes says nothing about this one.
      if (!(error instanceof StoreLimitError))
        begin('documents', noAnswerOf(error)?.why ?? 'no usable answer');
      throw error;
    }
  }
  return {
    ...store,
    read: (pk, id) => noted(store.read(pk, id)),
    batch: (pk, writes) => noted(store.batch(pk, writes)),
    query: (query) => noted(store.query(query)),
  };
}
