import type { DocumentStore } from '../../storage/documents/documentStore.ts';

/** The claim that was shown last in a conversation. It is offered first for a file that is sent there. */
export function createFileFocus(store: DocumentStore) {
  const place = (conversation: string) => ({ pk: `focus:${conversation}`, id: 'focus' });

  return {
    async find(conversation: string): Promise<string | undefined> {
      const { pk, id } = place(conversation);
      return (await store.read<{ number: string }>(pk, id))?.body.number;
    },

    async set(conversation: string, number: string): Promise<void> {
      const { pk, id } = place(conversation);
      await store.batch(pk, [{ kind: 'upsert', document: { pk, id, type: 'focus', body: { number } } }]);
    },
  };
}

export type FileFocus = ReturnType<typeof createFileFocus>;
