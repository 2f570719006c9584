import type { Customer } from '../domain/customer.ts';
import type { Partner } from '../domain/partner.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { NewDocument } from '../storage/documents/documentStore.ts';

/** Where imported entries are stored. A partner shares its partition with its drafts, a customer with its claims. */
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
  /** Where its people sign in from; absent in a store from before they were kept. */
  readonly tenantIds?: readonly string[];
  readonly personIds: readonly string[];
  readonly incentivesAdminIds: readonly string[];
}

/** A subscription with its customer, by whom it is found; a document of its own, because a customer may have many. */
export interface SubscriptionRecord extends Subscription {
  readonly tenantId: string;
}

/**
 * A subscription as it is stored: `product` is the first that it is for, by which it is found. Stored before it could be
 * for several, it has no list.
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

/** A subscription out of its document. */
export const subscriptionIn = ({
  product,
  products = [product],
  ...rest
}: StoredSubscription): SubscriptionRecord => ({ ...rest, products });

/** By which a subscription is found with a product that is not its first. */
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

/** Whose a subscription is, found by its ID alone: what keeps it at one customer (R46). */
export interface OwnerRecord {
  readonly tenantId: string;
}

/** All in one partition, so that an import writes a hundred owners in one batch; nothing else asks for them. */
export const ownersPartition = 'owners';
/** Where it stands whose a subscription is; `id` in lower case. */
export const ownerKey = (id: string) => ({ pk: ownersPartition, id: `owner:${id}` });

/** The document that says whose a subscription is. */
export const ownerDocument = ({ id, tenantId }: SubscriptionRecord): NewDocument<OwnerRecord> => ({
  ...ownerKey(id),
  type: 'owner',
  body: { tenantId },
});

/** The customer that a domain was imported with: how an imported domain leads to its tenant (R37). */
export interface DomainRecord {
  readonly tenantId: string;
}

/** The document of a customer's domain; `domain` in ASCII and lower case. */
export const domainDocument = (domain: string, tenantId: string): NewDocument<DomainRecord> => ({
  ...domainKey(domain),
  type: 'domain',
  body: { tenantId },
});

/** A customer by its name, in lower case: how a list is filtered by the name's beginning. */
export interface CustomerNameRecord {
  readonly nameKey: string;
  readonly tenantId: string;
}

/** The document that a customer is found by its name with. */
export const customerNameDocument = ({
  tenantId,
  name,
}: Pick<Customer, 'tenantId' | 'name'>): NewDocument<CustomerNameRecord> => ({
  pk: customerKey(tenantId).pk,
  id: 'customerName',
  type: 'customerName',
  body: { nameKey: name.toLowerCase(), tenantId: tenantId.toLowerCase() },
});

/** Whom imports have brought, so that the next can remove who has left. */
export interface ImportRecord {
  readonly partnerIds: readonly string[];
  readonly reviewerIds: readonly string[];
}
