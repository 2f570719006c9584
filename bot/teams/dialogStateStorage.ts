import type { Storage, StoreItems } from 'botbuilder';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';

/** How long a conversation's dialog state is kept: as long as a draft can live (D13). */
const keptDays = 90;

/**
 * Bot Framework `Storage` over the DocumentStore. The last writer wins: the state holds a draft's number and step only,
 * so a lost write does no harm, while an ETag check would make one of two simultaneous presses fail.
 */
export function createDialogStateStorage(store: DocumentStore, now: () => Date): Storage {
  const place = (key: string) => ({ pk: `state:${key}`, id: 'state' });

  return {
    async read(keys) {
      const found = await Promise.all(
        keys.map(async (key) => {
          const { pk, id } = place(key);
          const document = await store.read<Record<string, unknown>>(pk, id);
          return document ? ([[key, document.body]] as const) : [];
        }),
      );
      return Object.fromEntries(found.flat()) as StoreItems;
    },

    async write(changes: StoreItems) {
      const expiresAt = new Date(now().getTime() + keptDays * 86_400_000).toISOString();
      for (const [key, body] of Object.entries(changes)) {
        const { pk, id } = place(key);
        await store.batch(pk, [
          { kind: 'upsert', document: { pk, id, type: 'dialogState', body, expiresAt } },
        ]);
      }
    },

    async delete(keys) {
      for (const key of keys) {
        const { pk, id } = place(key);
        await store.batch(pk, [{ kind: 'delete', pk, id }]);
      }
    },
  };
}
