import type { DocumentStore } from '../storage/documents/documentStore.ts';

/** The newest card of one claim in one conversation. */
export interface ShownCard {
  readonly activityId: string;
  /** The conversation to update it in: in a channel, the claim's thread. */
  readonly conversationId: string;
  /** It has inputs: somebody may be typing on it. */
  readonly hasInputs?: boolean;
  /** Somebody is filling in a form on it (in a channel, on their own copy), so an alert leaves the card as it is. */
  readonly isForm?: boolean;
  /** The claim's version that it shows, where it is known. */
  readonly version?: number;
}

/** The claim that was shown last. It shares the cards' partition, so that both are written in one batch. */
const newestDocument = (pk: string, number: string) => ({
  pk,
  id: 'newest',
  type: 'newest',
  body: { number },
});

/** Remembers the newest card of each claim in each conversation, so that it can be brought up to date in place. */
export function createShownCards(store: DocumentStore) {
  const place = (conversation: string, number: string) => ({
    pk: `shown:${conversation}`,
    id: `shown:${number}`,
  });

  return {
    async find(conversation: string, number: string): Promise<ShownCard | undefined> {
      const { pk, id } = place(conversation, number);
      return (await store.read<ShownCard>(pk, id))?.body;
    },

    async remember(conversation: string, number: string, card: ShownCard): Promise<void> {
      const { pk, id } = place(conversation, number);
      await store.batch(pk, [{ kind: 'upsert', document: { pk, id, type: 'shown', body: card } }]);
    },

    /** The same, and this claim is now the one that was shown last. */
    async rememberNewest(conversation: string, number: string, card: ShownCard): Promise<void> {
      const { pk, id } = place(conversation, number);
      await store.batch(pk, [
        { kind: 'upsert', document: { pk, id, type: 'shown', body: card } },
        { kind: 'upsert', document: newestDocument(pk, number) },
      ]);
    },

    /** This claim is now the one that was shown last. */
    async setNewest(conversation: string, number: string): Promise<void> {
      const { pk } = place(conversation, number);
      await store.batch(pk, [{ kind: 'upsert', document: newestDocument(pk, number) }]);
    },

    /** The claim that was shown last in a conversation: it is offered first for a file that is sent there. */
    async newest(conversation: string): Promise<string | undefined> {
      const { pk } = place(conversation, '');
      return (await store.read<{ readonly number: string }>(pk, 'newest'))?.body.number;
    },

    async forget(conversation: string, number: string): Promise<void> {
      const { pk, id } = place(conversation, number);
      await store.batch(pk, [{ kind: 'delete', pk, id }]);
    },
  };
}

export type ShownCards = ReturnType<typeof createShownCards>;
