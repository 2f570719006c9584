import type { Catalogue } from '../../domain/catalogue.ts';
import type { Customer } from '../../domain/customer.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import {
  catalogueKey,
  customerKey,
  type DomainRecord,
  domainKey,
  type PartnerRecord,
  partnerKey,
  type SubscriptionRecord,
} from '../documents.ts';
import { readImportRecord } from './importRecord.ts';
import { readPartner } from './savePartners.ts';
import { otherCustomerOf } from './subscriptionOwners.ts';

/** The data imported earlier to which a file can refer. Data that many rows name is read once. */
export interface ImportedData {
  partner(id: string): Promise<{ readonly name: string; readonly tenantIds: readonly string[] } | undefined>;
  /** Which of the values belong to partners other than this one. */
  otherPartnersWith(
    what: 'mpnId' | 'tenantId',
    asked: { readonly values: readonly string[]; readonly partnerId: string },
  ): Promise<readonly OwnedValue[]>;
  hasCustomer(tenantId: string): Promise<boolean>;
  /** The other customer to which the subscription already belongs, if there is one (R46). */
  otherCustomerOf(subscription: SubscriptionRecord): Promise<string | undefined>;
  /** The other customer that already has the domain, if it is not the one with this tenant ID. */
  otherCustomerWith(domain: string, tenantId: string): Promise<Customer | undefined>;
  /** IDs of the catalogue's products. */
  products(): Promise<ReadonlySet<string>>;
}

/** A value that another partner has, and that partner. */
export interface OwnedValue {
  readonly value: string;
  readonly id: string;
  readonly name: string;
}

/** Reads from the store to which the import writes. */
export function createImportedData(store: DocumentStore): ImportedData {
  const read = async <T>({ pk, id }: { pk: string; id: string }) => (await store.read<T>(pk, id))?.body;
  const takenValues = allOnce(() => valuesOfPartners(store));
  return {
    async otherPartnersWith(what, { values, partnerId }) {
      const holders = (await takenValues())[what];
      return values.flatMap((value) => holders.get(value) ?? []).filter(({ id }) => id !== partnerId);
    },
    partner: once(async (id) => {
      const record = await read<PartnerRecord>(partnerKey(id));
      return record && { name: record.partner.name, tenantIds: record.tenantIds ?? [] };
    }),
    hasCustomer: once(async (tenantId) => (await read(customerKey(tenantId))) !== undefined),
    otherCustomerOf: (subscription) => otherCustomerOf(store, subscription),
    async otherCustomerWith(domain, tenantId) {
      const indexed = await read<DomainRecord>(domainKey(domain));
      if (!indexed || indexed.tenantId === tenantId) return undefined;
      const customer = await read<Customer>(customerKey(indexed.tenantId));
      return customer?.domains.includes(domain) ? customer : undefined;
    },
    products: allOnce(async () => {
      const catalogue = await read<Catalogue>(catalogueKey);
      return new Set(catalogue?.products.map(({ id }) => id));
    }),
  };
}

/** Which partner has which MPN ID and which tenant. They fit in memory, and are stored only with their partner. */
async function valuesOfPartners(store: DocumentStore) {
  const mpnIds: OwnedValue[] = [];
  const tenantIds: OwnedValue[] = [];
  for (const partnerId of (await readImportRecord(store)).partnerIds) {
    const record = await readPartner(store, partnerId);
    if (!record) continue;
    const { id, name, locations } = record.partner;
    mpnIds.push(...locations.map(({ mpnId }) => ({ value: mpnId, id, name })));
    tenantIds.push(...(record.tenantIds ?? []).map((value) => ({ value, id, name })));
  }
  const byValue = (taken: readonly OwnedValue[]) => Map.groupBy(taken, ({ value }) => value);
  return { mpnId: byValue(mpnIds), tenantId: byValue(tenantIds) };
}

function once<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}

function allOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  const asked = once(ask);
  return () => asked('');
}
