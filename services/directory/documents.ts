import type { Customer } from '../domain/customer.ts';
import type { Partner } from '../domain/partner.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { NewDocument } from '../storage/documents/documentStore.ts';

/** Keys of imported entries. A partner is in the partition of its drafts, a customer in that of its claims. */
export const personKey = (personId: string) => ({ pk: `person:${personId}`, id: 'person' });
export const partnerKey = (partnerId: string) => ({ pk: `partner:${partnerId}`, id: 'partner' });
export const customerKey = (tenantId: string) => ({ pk: tenantId.toLowerCase(), id: 'customer' });
export const subscriptionKey = (tenantId: string, id: string) => ({
  pk: tenantId.toLowerCase(),
  id: `subscription:${id.toLowerCase()}`,
});
export const domainKey = (domain: string) => ({ pk: `domain:${domain}`, id: 'domain' });
export const catalogueKey = { pk: 'catalogue', id: 'catalogue' } as const;
export const importKey = { pk: 'directoryImport', id: 'directoryImport' } as const;

/** A partner with the IDs of its people, so that they are found by point reads. */
export interface PartnerRecord {
  readonly partner: Partner;
  /** Where its people sign in from; absent in a store from before they were stored. */
  readonly tenantIds?: readonly string[];
  readonly personIds: readonly string[];
  readonly incentivesAdminIds: readonly string[];
}

/** A subscription with its customer, by which it is found. A separate document, because a customer may have many. */
export interface SubscriptionRecord extends Subscription {
  readonly tenantId: string;
}

/**
 * A subscription as it is stored: `product` is its first product, by which it is found. One stored before subscriptions
 * could have several products has no list.
 */
export interface StoredSubscription extends Omit<SubscriptionRecord, 'products'> {
  readonly product: string;
  readonly products?: readonly string[];
}

/** The document of a customer's subscription. */
export const subscriptionDocument = (record: SubscriptionRecord): NewDocument<StoredSubscription> => ({
  ...subscriptionKey(record.tenantId, record.id),
  type: 'subscription',
  body: { ...record, product: record.products[0] ?? '' },
});

/** The subscription in a document. */
export const subscriptionIn = ({
  product,
  products = [product],
  ...rest
}: StoredSubscription): SubscriptionRecord => ({ ...rest, products });

/** Finds a subscription by a product that is not its first. */
export interface SubscriptionProduct {
  readonly tenantId: string;
  readonly product: string;
  /** The subscription's. */
  readonly id: string;
}

/** The document of one of a subscription's further products, by its place among them. */
export const subscriptionProductDocument = (
  { tenantId, id, products }: SubscriptionRecord,
  place: number,
): NewDocument<SubscriptionProduct> => {
  const key = subscriptionKey(tenantId, id);
  return {
    pk: key.pk,
    id: `${key.id}:product:${place}`,
    type: 'subscriptionProduct',
    body: { tenantId: key.pk, product: products[place] ?? '', id },
  };
};

/** A subscription's customer, found by the subscription's ID alone, so that it belongs to one customer only (R46). */
export interface OwnerRecord {
  readonly tenantId: string;
}

/** All owners are in one partition, so that an import can write a hundred in one batch; nothing else reads them. */
export const ownersPartition = 'owners';
/** The key of the document that names a subscription's customer; `id` in lower case. */
export const ownerKey = (id: string) => ({ pk: ownersPartition, id: `owner:${id}` });

/** The document that names a subscription's customer. */
export const ownerDocument = ({ id, tenantId }: SubscriptionRecord): NewDocument<OwnerRecord> => ({
  ...ownerKey(id),
  type: 'owner',
  body: { tenantId },
});

/** The customer with which a domain was imported; it leads from the domain to the tenant (R37). */
export interface DomainRecord {
  readonly tenantId: string;
}

/** The document of a customer's domain; `domain` in ASCII and lower case. */
export const domainDocument = (domain: string, tenantId: string): NewDocument<DomainRecord> => ({
  ...domainKey(domain),
  type: 'domain',
  body: { tenantId },
});

/** A customer's name in lower case, by which lists are filtered. */
export interface CustomerNameRecord {
  readonly nameKey: string;
  readonly tenantId: string;
}

/** The document by which a customer is found by name. */
export const customerNameDocument = ({
  tenantId,
  name,
}: Pick<Customer, 'tenantId' | 'name'>): NewDocument<CustomerNameRecord> => ({
  pk: customerKey(tenantId).pk,
  id: 'customerName',
  type: 'customerName',
  body: { nameKey: name.toLowerCase(), tenantId: tenantId.toLowerCase() },
});

/** The people and partners of earlier imports, so that the next import can remove people who have left. */
export interface ImportRecord {
  readonly partnerIds: readonly string[];
  readonly reviewerIds: readonly string[];
}
