import type { Addressee } from '../domain/alert.ts';
import { lostRace, retryLostRaces } from '../queue/retry.ts';
import type { DocumentStore, Json } from '../storage/documents/documentStore.ts';

/** What is recorded of somebody: where they can be reached, and the claims whose alerts did not reach them. */
export interface Contact<Address> {
  /** Absent: nothing has come from there yet, or the bot was removed. */
  readonly address?: Address;
  readonly missed?: readonly string[];
  /** An address that was proposed instead, until somebody confirms it. */
  readonly proposed?: Address;
  /** The reviewers' channel only: since when (ISO) Teams has been answering that it is gone (403, 404, removed). */
  readonly awaySince?: string;
}

/**
 * Where people can be reached. Each conversation reference, which is opaque here, is stored as soon as it is seen,
 * because a proactive message needs one.
 */
export function createAddressBook<Address extends Json>(store: DocumentStore) {
  /** One read; empty while nothing is recorded. */
  async function contact(to: Addressee): Promise<Contact<Address>> {
    return contactIn((await store.read<Contact<Address> | Address>(partitionOf(to), 'address'))?.body);
  }

  /** Under the ETag: an address and a missed claim that are recorded at the same time are both kept. */
  async function change(
    to: Addressee,
    changed: (standing: Contact<Address>) => Contact<Address>,
  ): Promise<void> {
    const saved = await retryLostRaces(() => attempt(partitionOf(to), changed), pause);
    if (saved === lostRace)
      throw new Error('What is recorded of an addressee was changed by others too often.');
  }

  async function attempt(
    pk: string,
    changed: (standing: Contact<Address>) => Contact<Address>,
  ): Promise<'saved' | typeof lostRace> {
    const stored = await store.read<Contact<Address> | Address>(pk, 'address');
    const document = { pk, id: 'address', type: 'address', body: changed(contactIn(stored?.body)) };
    const { ok } = await store.batch(pk, [
      stored ? { kind: 'replace', document, etag: stored.etag } : { kind: 'create', document },
    ]);
    return ok ? 'saved' : lostRace;
  }

  return {
    contact,

    find: async (to: Addressee): Promise<Address | undefined> => (await contact(to)).address,

    /** Writes only an address that differs from the known one, because most activities come from a known place. */
    async remember(to: Addressee, address: Address, known?: Address): Promise<void> {
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(address)) return;
      await change(to, ({ awaySince: _there, ...standing }) => ({ ...standing, address }));
    },

    /** A claim whose alert did not arrive: it is shown when the person can be reached again. */
    miss: (to: Addressee, number: string): Promise<void> =>
      change(to, ({ missed = [], ...standing }) => ({
        ...standing,
        missed: [...without(missed, number), number],
      })),

    /** The claim has been shown. */
    caughtUp: (to: Addressee, number: string): Promise<void> =>
      change(to, ({ missed = [], ...standing }) => ({ ...standing, missed: without(missed, number) })),

    /** An address that may take the place of the present one; undefined: none any more. */
    propose: (to: Addressee, proposed: Address | undefined): Promise<void> =>
      change(to, ({ proposed: _before, ...standing }) => ({
        ...standing,
        ...(proposed ? { proposed } : {}),
      })),

    /** The address takes the place of the present one. */
    adopt: (to: Addressee, address: Address): Promise<void> =>
      change(to, ({ proposed: _taken, awaySince: _old, ...standing }) => ({ ...standing, address })),

    /** Teams answers that the channel is gone; the first time is kept. Its address stays, because it may come back. */
    away: (to: Addressee, at: string): Promise<void> =>
      change(to, (standing) => ({ awaySince: at, ...standing })),

    /** The channel answers again. */
    back: (to: Addressee): Promise<void> => change(to, ({ awaySince: _past, ...standing }) => standing),

    /** The person has blocked or removed the bot, or the conversation is gone. What they have missed stays recorded. */
    forget: (to: Addressee): Promise<void> => change(to, ({ address: _gone, ...standing }) => standing),
  };
}

/** Reads and changes what is recorded of addressees. */
export type AddressBook<Address extends Json> = ReturnType<typeof createAddressBook<Address>>;

const partitionOf = (to: Addressee): string =>
  to.kind === 'person' ? `address:${to.personId}` : 'address:reviewers';

const without = (numbers: readonly string[], number: string): readonly string[] =>
  numbers.filter((known) => known !== number);

/** Earlier documents hold the address alone. */
function contactIn<Address>(body: Contact<Address> | Address | undefined): Contact<Address> {
  if (body === undefined) return {};
  return isContact(body) ? body : { address: body };
}

function isContact<Address>(body: Contact<Address> | Address): body is Contact<Address> {
  if (typeof body !== 'object' || body === null) return false;
  return (
    ['address', 'missed', 'proposed', 'awaySince'].some((field) => field in body) ||
    Object.keys(body).length === 0
  );
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
