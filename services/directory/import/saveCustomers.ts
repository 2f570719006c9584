import { customerKey, customerNameDocument, domainDocument, type SubscriptionRecord } from '../documents.ts';
import type { CustomerEntry } from './directoryFile.ts';
import { saveEntry } from './saveEntry.ts';
import { type SaveSubscriptions, saveSubscriptions } from './saveSubscriptions.ts';
import { tallyOf } from './tally.ts';

type Rows<T> = Iterable<T> | AsyncIterable<T>;

export interface SaveCustomers extends Omit<SaveSubscriptions, 'onBatch'> {
  /** Called when more rows, each with everything nested in it, are in the store. */
  readonly onSaved?: (rows: number) => void;
}

/** Writes customers and the subscriptions nested in them. Nothing is removed, because claims refer to them. */
export async function saveCustomers(
  { onSaved, ...saving }: SaveCustomers,
  customers: Rows<CustomerEntry>,
): Promise<void> {
  const { store } = saving;
  const tally = tallyOf(saving.tallies, 'customers');
  /** Subscriptions of a customer that are not written yet. */
  const left = new Map<string, number>();
  function settle(tenantId: string, count: number): void {
    const still = (left.get(tenantId) ?? 0) - count;
    if (still > 0) left.set(tenantId, still);
    else if (left.delete(tenantId)) onSaved?.(1);
  }
  async function* nested(): AsyncGenerator<SubscriptionRecord> {
    for await (const { subscriptions, ...customer } of customers) {
      const { tenantId } = customer;
      tally[await saveEntry(store, { ...customerKey(tenantId), type: 'customer', body: customer })] += 1;
      await saveEntry(store, customerNameDocument(customer));
      for (const domain of customer.domains) await saveEntry(store, domainDocument(domain, tenantId));
      left.set(tenantId, subscriptions.length);
      settle(tenantId, 0);
      for (const subscription of subscriptions) yield { ...subscription, tenantId };
    }
  }
  await saveSubscriptions({ ...saving, onBatch: settle }, nested());
}
