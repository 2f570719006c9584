import type { DocumentStore, Query, Write } from '../../services/storage/documents/documentStore.ts';

/** What a store was asked and given to write, a line for each call. */
export interface StoreCalls {
  /** Reads and queries. */
  readonly questions: readonly string[];
  /** Batches. */
  readonly writes: readonly string[];
}

/** A store that notes its calls. */
export interface Counting {
  readonly store: DocumentStore;
  /** The calls while this goes on. */
  readonly during: (act: () => Promise<unknown>) => Promise<StoreCalls>;
}

/** Notes every call of a store. */
export function countingStore(store: DocumentStore): Counting {
  let questions: string[] = [];
  let writes: string[] = [];
  const counted: DocumentStore = {
    ...store,
    async read<T>(pk: string, id: string) {
      questions.push(`read ${pk} ${id}`);
      return await store.read<T>(pk, id);
    },
    async query<T>(query: Query) {
      const { type, pk = 'everywhere', equals = {} } = query;
      questions.push(`query ${type} in ${pk} ${JSON.stringify(equals)}`);
      return await store.query<T>(query);
    },
    async batch(pk, batch) {
      writes.push(`batch ${pk} ${batch.map(written).join(', ')}`);
      return await store.batch(pk, batch);
    },
  };

  async function during(act: () => Promise<unknown>): Promise<StoreCalls> {
    questions = [];
    writes = [];
    await act();
    return { questions, writes };
  }

  return { store: counted, during };
}

const written = (write: Write): string =>
  `${write.kind} ${'document' in write ? write.document.id : write.id}`;
