import type { CustomerEntry } from './directoryFile.ts';
import { customerKey, customerNameDocument, domainDocument, type SubscriptionRecord } from './documents.ts';
import { saveEntry } from './saveEntry.ts';
import { type SaveSubscriptions, saveSubscriptions } from './saveSubscriptions.ts';
import { tallyOf } from './tally.ts';

type Rows<T> = Iterable<T> | AsyncIterable<T>;

/** Writes customers and the subscriptions nested in them. None is removed: claims name them. */
export async function saveCustomers(
  { store, at, tallies }: SaveSubscriptions,
  customers: Rows<CustomerEntry>,
): Promise<void> {
  const tally = tallyOf(tallies, 'customers');
  async function* nested(): AsyncGenerator<SubscriptionRecord> {
    for await (const { subscriptions, ...customer } of customers) {
      const { tenantId } = customer;
      tally[await saveEntry(store, { ...customerKey(tenantId), type: 'customer', body: customer })] += 1;
      await saveEntry(store, customerNameDocument(customer));
      for (const domain of customer.domains) await saveEntry(store, domainDocument(domain, tenantId));
      for (const subscription of subscriptions) {
        yield { ...subscription, tenantId };
      }
    }
  }
  await saveSubscriptions({ store, at, tallies }, nested());
}
