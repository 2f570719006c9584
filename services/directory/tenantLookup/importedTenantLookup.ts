import type { Customer } from '../../domain/customer.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import { customerKey, type DomainRecord, domainKey } from '../documents.ts';
import { type TenantLookup, wholeDomain } from './tenantLookup.ts';

/** Looks up a domain's tenant (R37) without a network, in the index of the imported customers' domains. */
export function createImportedTenantLookup(store: DocumentStore): TenantLookup {
  return async (typed) => {
    const domain = wholeDomain(typed);
    if (!domain) return { kind: 'unknown' };
    const key = domainKey(domain);
    const indexed = (await store.read<DomainRecord>(key.pk, key.id))?.body;
    if (!indexed) return { kind: 'unknown' };
    const customer = customerKey(indexed.tenantId);
    const found = (await store.read<Customer>(customer.pk, customer.id))?.body;
    // A later import may have taken the domain from this customer: the customer's own entry decides.
    if (!found?.domains.some((own) => wholeDomain(own) === domain)) return { kind: 'unknown' };
    return { kind: 'found', tenantId: found.tenantId };
  };
}
