import type { Addressee } from '../domain/alert.ts';
import type { DocumentStore, Json } from '../storage/documents/documentStore.ts';

const partitionOf = (to: Addressee): string =>
  to.kind === 'person' ? `address:${to.personId}` : 'address:reviewers';

/**
 * Where people can be reached. Each conversation reference, which is opaque here, is stored as soon as it is seen,
 * because a proactive message needs one.
 */
export function createAddressBook<Address extends Json>(store: DocumentStore) {
  async function find(to: Addressee): Promise<Address | undefined> {
    return (await store.read<Address>(partitionOf(to), 'address'))?.body;
  }

  async function missed(to: Addressee): Promise<readonly string[]> {
    return (await store.read<readonly string[]>(partitionOf(to), 'missed'))?.body ?? [];
  }

  async function writeMissed(to: Addressee, numbers: readonly string[]): Promise<void> {
    const pk = partitionOf(to);
    const document = { pk, id: 'missed', type: 'missed', body: numbers };
    const gone = { kind: 'delete', pk, id: 'missed' } as const;
    await store.batch(pk, [numbers.length > 0 ? { kind: 'upsert', document } : gone]);
  }

  return {
    find,

    /** Writes only an address that differs from the known one, because most activities come from a known place. */
    async remember(to: Addressee, address: Address, known?: Address): Promise<void> {
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(address)) return;
      const pk = partitionOf(to);
      await store.batch(pk, [
        { kind: 'upsert', document: { pk, id: 'address', type: 'address', body: address } },
      ]);
    },

    /** Claims whose alerts did not arrive: shown when the person can be reached again. */
    missed,

    async miss(to: Addressee, number: string): Promise<void> {
      await writeMissed(to, [...(await missed(to)).filter((known) => known !== number), number]);
    },

    /** The claim has been shown. */
    async caughtUp(to: Addressee, number: string): Promise<void> {
      await writeMissed(
        to,
        (await missed(to)).filter((known) => known !== number),
      );
    },

    /** The person has blocked or removed the bot, or the conversation is gone. */
    async forget(to: Addressee): Promise<void> {
      const pk = partitionOf(to);
      await store.batch(pk, [{ kind: 'delete', pk, id: 'address' }]);
    },
  };
}

export type AddressBook<Address extends Json> = ReturnType<typeof createAddressBook<Address>>;
