import type { DocumentStore, Json } from '../storage/documentStore.ts';
import type { Addressee } from './alert.ts';

const partitionOf = (to: Addressee): string =>
  to.kind === 'person' ? `address:${to.personId}` : 'address:reviewers';

/**
 * Where people can be reached: a conversation reference, opaque here, kept the moment it is seen, because a
 * proactive message needs one.
 */
export function createAddressBook<Address extends Json>(store: DocumentStore) {
  async function find(to: Addressee): Promise<Address | undefined> {
    return (await store.read<Address>(partitionOf(to), 'address'))?.body;
  }

  return {
    find,

    /** Writes only what is new: most activities come from a known place. True if no place was known before. */
    async remember(to: Addressee, address: Address): Promise<boolean> {
      const known = await find(to);
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(address)) return false;
      const pk = partitionOf(to);
      await store.batch(pk, [
        { kind: 'upsert', document: { pk, id: 'address', type: 'address', body: address } },
      ]);
      return known === undefined;
    },

    /** The person has blocked or removed the bot, or the conversation is gone. */
    async forget(to: Addressee): Promise<void> {
      const pk = partitionOf(to);
      await store.batch(pk, [{ kind: 'delete', pk, id: 'address' }]);
    },
  };
}

export type AddressBook<Address extends Json> = ReturnType<typeof createAddressBook<Address>>;
