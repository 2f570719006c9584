import type { DocumentStore, Write } from '../../storage/documents/documentStore.ts';
import {
  type OwnerRecord,
  ownerDocument,
  ownerKey,
  ownersPartition,
  type StoredSubscription,
  type SubscriptionRecord,
  subscriptionKey,
} from '../documents.ts';
import { inGroups } from './inGroups.ts';

const batchSize = 100;
const mostTries = 10;
/** In a store from before owners were recorded, a few customers may share an ID. */
const samesRead = 10;

/** The other customer that already has the subscription; undefined when it may be imported for its own (R46). */
export async function otherCustomerOf(
  store: DocumentStore,
  record: SubscriptionRecord,
): Promise<string | undefined> {
  const customer = (await ownerOf(store, record.id)) ?? (await liveElsewhere(store, record));
  if (customer === undefined || customer === record.tenantId) return undefined;
  return (await endsOneOfTwo(store, record)) ? undefined : customer;
}

/**
 * Passes subscriptions on once their owners are written. Of two imports at once only one can create an owner; the other
 * stops and, run once more, reports the lines that are refused.
 */
export async function* claimOwners(
  store: DocumentStore,
  records: AsyncIterable<SubscriptionRecord>,
): AsyncGenerator<SubscriptionRecord> {
  for await (const group of inGroups(records, batchSize)) {
    await claimBatch(store, group);
    yield* group;
  }
}

/** Tries again where another import was faster; never takes an owner's place. */
async function claimBatch(store: DocumentStore, records: readonly SubscriptionRecord[]): Promise<void> {
  for (let tries = mostTries; tries > 0; tries -= 1) {
    const writes = (await Promise.all(records.map((record) => claimOf(store, record)))).flat();
    if (writes.length === 0 || (await store.batch(ownersPartition, writes)).ok) return;
  }
  throw new Error('The owners of subscriptions were changed by others again and again.');
}

async function claimOf(store: DocumentStore, record: SubscriptionRecord): Promise<Write[]> {
  const { id, tenantId, state } = record;
  const owner = await ownerOf(store, id);
  if (owner === tenantId) return [];
  if (owner !== undefined) {
    if (await endsOneOfTwo(store, record)) return [];
    throw new Error(`Subscription ${id} was meanwhile imported for the customer ${owner}.`);
  }
  // The customer whose subscription is still live becomes the owner: nobody can claim one that has ended.
  if (state === 'Ended' && (await liveElsewhere(store, record)) !== undefined) return [];
  return [{ kind: 'create', document: ownerDocument(record) }];
}

async function ownerOf(store: DocumentStore, subscriptionId: string): Promise<string | undefined> {
  const { pk, id } = ownerKey(subscriptionId);
  return (await store.read<OwnerRecord>(pk, id))?.body.tenantId;
}

/** For stores from before owners were recorded: finds the ID among all customers. */
async function liveElsewhere(
  store: DocumentStore,
  { id, tenantId }: SubscriptionRecord,
): Promise<string | undefined> {
  const { documents } = await store.query<StoredSubscription>({
    type: 'subscription',
    range: { from: id, to: id },
    order: { field: 'id', direction: 'ascending' },
    limit: samesRead,
  });
  return documents
    .map(({ body }) => body)
    .find((same) => same.tenantId !== tenantId && same.state !== 'Ended')?.tenantId;
}

/**
 * How a store in which two customers share an ID is corrected: one of the two subscriptions is imported as ended, which
 * frees its slot (R45).
 */
async function endsOneOfTwo(
  store: DocumentStore,
  { id, tenantId, state }: SubscriptionRecord,
): Promise<boolean> {
  const key = subscriptionKey(tenantId, id);
  return state === 'Ended' && (await store.read(key.pk, key.id)) !== undefined;
}
