import type { DocumentStore, Write } from '../../services/storage/documents/documentStore.ts';

/** The error with which a test's process dies. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** A store whose process dies at the n-th batch (counted from 1): before anything of it is saved, or right after all of it is. */
export function crashingStore(
  store: DocumentStore,
  { at, saved }: { readonly at: number; readonly saved: boolean },
): DocumentStore {
  let batches = 0;
  return {
    ...store,
    async batch(pk, writes) {
      batches += 1;
      if (batches > at) throw new Crash('The process is dead');
      if (batches < at) return await store.batch(pk, writes);
      if (saved) await store.batch(pk, writes);
      throw new Crash(`Batch ${at}, ${saved ? 'saved' : 'not saved'}`);
    },
  };
}

/** A store whose process stands still after its n-th batch (counted from 1), while `meanwhile` happens elsewhere. */
export function pausingStore(
  store: DocumentStore,
  after: number,
  meanwhile: () => Promise<void>,
): DocumentStore {
  let batches = 0;
  return {
    ...store,
    async batch(pk, writes) {
      batches += 1;
      const result = await store.batch(pk, writes);
      if (batches === after) await meanwhile();
      return result;
    },
  };
}

/** A store in which every batch with such a write loses its race. */
export function losingStore(store: DocumentStore, loses: (write: Write) => boolean): DocumentStore {
  return {
    ...store,
    async batch(pk, writes) {
      const index = writes.findIndex(loses);
      return index >= 0 ? { ok: false, failure: 'stale', index } : await store.batch(pk, writes);
    },
  };
}

/**
 * A store whose calls take a few turns of the event loop each, in a pattern that the seed fixes: side by side, two
 * callers meet in another order for each seed, and in the same order for the same one.
 */
export function interleavingStore(store: DocumentStore, seed: number): DocumentStore {
  let state = seed;
  const pause = async () => {
    // The multiplicative generator of Lehmer: all that is needed is an order that differs from seed to seed.
    state = (state * 48271 + 11) % 2147483647;
    for (let turns = state % 7; turns > 0; turns -= 1)
      await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return {
    ...store,
    async read<T>(pk: string, id: string) {
      await pause();
      return await store.read<T>(pk, id);
    },
    async batch(pk, writes) {
      await pause();
      return await store.batch(pk, writes);
    },
  };
}
