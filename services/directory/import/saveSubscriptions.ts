import { type DocumentStore, storeLimits, type Write } from '../../storage/documents/documentStore.ts';
import {
  type StoredSubscription,
  type SubscriptionRecord,
  subscriptionDocument,
  subscriptionIn,
  subscriptionProductDocument,
} from '../documents.ts';
import { compareWithStored, type EntryChange } from './saveEntry.ts';
import { claimOwners } from './subscriptionOwners.ts';
import { type Tallies, tallyOf } from './tally.ts';

/** Subscriptions in one batch. One with a single product may need three writes, and a batch takes a hundred. */
const batchSize = 30;
/** The most subscriptions that may wait for others of their customer. */
const mostWaiting = 20_000;
const mostTries = 10;

/** The state of a subscription in an import. */
export interface SubscriptionState {
  /** The customer's, which is the partition. */
  readonly tenantId: string;
  readonly id: string;
  readonly ended: boolean;
  /** ISO instant of the import. */
  readonly at: string;
}

/** Makes the writes that go into the same batch as a subscription that has ended or come back (R45). */
export type SlotWrites = (store: DocumentStore, state: SubscriptionState) => Promise<Write[]>;

export interface SaveSubscriptions {
  readonly store: DocumentStore;
  /** ISO instant of the import. */
  readonly at: string;
  readonly tallies: Tallies;
  readonly writesOfState: SlotWrites;
  /** Called when more subscriptions of a customer are in the store. */
  readonly onBatch?: (tenantId: string, count: number) => void;
}

/**
 * Writes subscriptions, those of one customer together. A subscription's owner is written first (R46): a crash in
 * between leaves an owner without the subscription. A subscription that has ended gives up its slot in the same batch
 * (R45). None is removed: its state says that it has ended.
 */
export async function saveSubscriptions(
  saving: SaveSubscriptions,
  records: AsyncIterable<SubscriptionRecord>,
): Promise<void> {
  const { store } = saving;
  const waiting = new Map<string, SubscriptionRecord[]>();
  let count = 0;
  async function save(tenantId: string): Promise<void> {
    const batch = waiting.get(tenantId) ?? [];
    waiting.delete(tenantId);
    count -= batch.length;
    await saveBatch(saving, tenantId, batch);
  }
  async function saveAll(): Promise<void> {
    for (const tenantId of [...waiting.keys()]) await save(tenantId);
  }
  for await (const record of claimOwners(store, records)) {
    const batch = waiting.get(record.tenantId) ?? [];
    waiting.set(record.tenantId, batch);
    batch.push(record);
    count += 1;
    if (batch.length === batchSize) await save(record.tenantId);
    else if (count === mostWaiting) await saveAll();
  }
  await saveAll();
}

/** Tries again if a command on one of the slots was faster. Writes that do not fit into one batch are split in two. */
async function saveBatch(
  saving: SaveSubscriptions,
  tenantId: string,
  records: readonly SubscriptionRecord[],
): Promise<void> {
  const { store, tallies, onBatch } = saving;
  for (let tries = mostTries; tries > 0; tries -= 1) {
    const plans = await Promise.all(records.map((record) => planFor(saving, record)));
    const writes = plans.flatMap((plan) => plan.writes);
    if (writes.length > storeLimits.operations) {
      const half = Math.ceil(records.length / 2);
      await saveBatch(saving, tenantId, records.slice(0, half));
      return await saveBatch(saving, tenantId, records.slice(half));
    }
    const result = writes.length > 0 ? await store.batch(tenantId, writes) : { ok: true };
    if (!result.ok) continue;
    for (const { change } of plans) tallyOf(tallies, 'subscriptions')[change] += 1;
    onBatch?.(tenantId, records.length);
    return;
  }
  throw new Error(`Subscriptions of the customer ${tenantId} were changed by others again and again.`);
}

async function planFor(
  { store, at, writesOfState }: SaveSubscriptions,
  record: SubscriptionRecord,
): Promise<{ readonly change: EntryChange; readonly writes: readonly Write[] }> {
  const document = subscriptionDocument(record);
  const stored = await store.read<StoredSubscription>(document.pk, document.id);
  const before = stored && subscriptionIn(stored.body);
  const change = compareWithStored({ ...document, body: record }, before && { body: before });
  if (change === 'unchanged') return { change, writes: [] };
  const { tenantId, id, state } = record;
  const ended = state === 'Ended';
  const ends = ended || before?.state === 'Ended';
  const slot = ends ? await writesOfState(store, { tenantId, id, ended, at }) : [];
  return { change, writes: [{ kind: 'upsert', document }, ...productWrites(record, before), ...slot] };
}

/** Writes for the further products that differ from the stored ones, by position. */
function productWrites(record: SubscriptionRecord, before: SubscriptionRecord | undefined): Write[] {
  const { products: was = [] } = before ?? {};
  const longest = Math.max(record.products.length, was.length);
  return Array.from({ length: longest }, (_, place) => place)
    .filter((place) => place > 0 && record.products[place] !== was[place])
    .map((place): Write => {
      const document = subscriptionProductDocument(record, place);
      const { pk, id } = document;
      return place < record.products.length ? { kind: 'upsert', document } : { kind: 'delete', pk, id };
    });
}
