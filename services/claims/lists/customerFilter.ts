import { domainToASCII } from 'node:url';
import { createImportedTenantLookup } from '../../directory/tenantLookup/importedTenantLookup.ts';
import type { Draft } from '../../domain/claim.ts';
import { checkGuid } from '../../domain/form/checkGuid.ts';
import { plainLetters } from '../../domain/form/paste/cleanText.ts';
import { findDomains } from '../../domain/form/paste/findDomains.ts';
import type { ClaimsContext } from '../claimsContext.ts';

/**
 * The customers that a filter means: those found (the first ones, if there are `more`) or, if none is found, all
 * domains with this beginning.
 */
export interface Customers {
  readonly tenantIds: readonly string[];
  readonly more: boolean;
  /** The beginning of a domain, as claims store it. */
  readonly beginning: string;
}

/** Finds the customers that a typed filter means. */
export function createFindCustomers({ store, directory }: Pick<ClaimsContext, 'store' | 'directory'>) {
  const ownerOf = createImportedTenantLookup(store);

  /**
   * Understands a tenant ID, the beginning of a name, any domain of a customer, or the beginning of a claimed domain.
   */
  return async function findCustomers(typed: string): Promise<Customers> {
    const text = plainLetters(typed).toLowerCase();
    const [domain = '', ...domains] = findDomains(typed);
    // The address of a page or a mailbox has its domain somewhere inside.
    const beginning = storedDomain(/[/@]/.test(text) && domain !== '' ? domain : text);
    const id = checkGuid(typed);
    if ('value' in id) return { tenantIds: [id.value], more: false, beginning };
    const named = await directory.customersNamed(text);
    if (named.tenantIds.length > 0) return { ...named, beginning };
    const owner = domain.includes('.') && domains.length === 0 ? await ownerOf(domain) : undefined;
    const tenantIds = owner?.kind === 'found' ? [owner.tenantId.toLowerCase()] : [];
    return { tenantIds, more: false, beginning };
  };
}

/** Whether a draft is for one of these customers. A draft contains what was typed, valid or not. */
export function isDraftFor({ tenantIds, beginning }: Customers, { answers }: Draft): boolean {
  const tenantId = (answers.customerTenantId ?? '').trim().toLowerCase();
  if (tenantIds.length > 0 && tenantId !== '') return tenantIds.includes(tenantId);
  const typed = plainLetters(answers.customerDomain ?? '').toLowerCase();
  return storedDomain(typed).startsWith(beginning);
}

/** A domain as claims store it. ASCII text stays as it is: `365` would become an address, `%` would be decoded. */
const storedDomain = (typed: string): string =>
  /^\p{ASCII}*$/u.test(typed) ? typed : domainToASCII(typed) || typed;
