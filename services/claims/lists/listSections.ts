import { domainToASCII } from 'node:url';
import { createImportedTenantLookup } from '../../directory/tenantLookup/importedTenantLookup.ts';
import type { ClaimStatus, EditingClaim, FiledClaim } from '../../domain/claim.ts';
import { checkGuid } from '../../domain/form/checkGuid.ts';
import { plainLetters } from '../../domain/form/paste/cleanText.ts';
import { findDomains } from '../../domain/form/paste/findDomains.ts';
import type { Query } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { draftId, partnerPartition } from '../documents.ts';
import { findClaim } from '../findClaim.ts';
import type { Section } from './sections.ts';

const byDeadline = { field: 'deadline', direction: 'ascending' } as const;
const newestFirst = { field: 'updatedAt', direction: 'descending' } as const;
const nextToEnd = { field: 'dueAt', direction: 'ascending' } as const;
/** Sorts behind whatever goes on from a beginning. */
const behindAll = '\uffff';

/** Which customers a filter means: those found, of `more` the first; without any, every domain that begins so. */
export interface Customers {
  readonly tenantIds: readonly string[];
  readonly more: boolean;
  /** Of a domain, as claims keep it. */
  readonly beginning: string;
}

/** The parts that lists are made of, each one question of the store. */
export function createListSections({ store, directory }: Pick<ClaimsContext, 'store' | 'directory'>) {
  const ownerOf = createImportedTenantLookup(store);

  /** R68: what needs the company first. */
  function mine(
    partnerId: string,
    { status, customers }: { readonly status?: ClaimStatus | undefined; readonly customers?: Customers } = {},
  ): Section<FiledClaim | EditingClaim>[] {
    const filed = (equals: Record<string, string>, order: Query['order']) =>
      filedSections({ partnerId, ...equals }, order, customers);
    const drafted = drafts(partnerId, customers);
    if (status === 'Editing') return drafted;
    if (status === 'Approved' || status === 'Rejected') return filed({ status }, newestFirst);
    if (status) return filed({ status }, byDeadline);
    return [
      ...filed({ turn: 'partner' }, byDeadline),
      ...drafted,
      ...filed({ turn: 'reviewers' }, byDeadline),
      ...filed({ turn: 'nobody' }, newestFirst),
    ];
  }

  /** What waits for reviewers by its nearest deadline, then what waits for partners. */
  const queue = (): Section<FiledClaim>[] =>
    ['reviewers', 'partner'].map((turn) => claimSection({ equals: { turn }, order: byDeadline }));

  /** Whom a tenant ID means, the beginning of a name, any domain of a customer, or the beginning of a claimed one. */
  async function customersOf(typed: string): Promise<Customers> {
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
  }

  function filedSections(
    equals: Record<string, string>,
    order: Query['order'],
    customers: Customers | undefined,
  ): Section<FiledClaim>[] {
    if (!customers) return [claimSection({ equals, order })];
    const { tenantIds, beginning } = customers;
    // A customer's claims share its partition.
    if (tenantIds.length > 0) return tenantIds.map((pk) => claimSection({ pk, equals, order }));
    const byDomain = { field: 'customerDomain', direction: 'ascending' } as const;
    const range = { from: beginning, to: `${beginning}${behindAll}` };
    return [claimSection({ equals, range, order: byDomain })];
  }

  const claimSection = (query: Omit<Query, 'type' | 'limit' | 'after'>): Section<FiledClaim> => ({
    async read(limit, after) {
      const page = await store.query<FiledClaim>({
        ...query,
        type: 'claim',
        limit,
        ...(after ? { after } : {}),
      });
      return {
        items: page.documents.map(({ body }) => body),
        ...(page.next ? { next: page.next } : {}),
      };
    },
  });

  /** A company's drafts: those that are about to be deleted by their end (D13), then the newest change first. */
  function drafts(partnerId: string, customers?: Customers): Section<EditingClaim>[] {
    const isWanted = (draft: EditingClaim) => !customers || isOf(draft, customers);
    return [
      draftSection({ equals: { partnerId, due: 'delete' }, order: nextToEnd }, isWanted),
      draftSection(
        { equals: { partnerId }, order: newestFirst },
        (draft) => draft.due !== 'delete' && isWanted(draft),
      ),
    ];
  }

  const draftSection = (
    query: Pick<Query, 'equals' | 'order'>,
    isWanted: (draft: EditingClaim) => boolean,
  ): Section<EditingClaim> => ({
    async read(limit, after) {
      const page = await store.query<EditingClaim>({
        ...query,
        type: 'draft',
        limit,
        ...(after ? { after } : {}),
      });
      const wanted = page.documents.map(({ body }) => body).filter(isWanted);
      const found = await Promise.all(wanted.map(standing));
      return {
        items: found.filter((draft) => draft !== undefined),
        ...(page.next ? { next: page.next } : {}),
      };
    },
  });

  /** A submission that was interrupted has left its draft: the claim stands for both, and the draft goes now. */
  async function standing(draft: EditingClaim): Promise<EditingClaim | undefined> {
    const found = await findClaim(store, draft.number);
    if (found?.kind === 'draft') return found.document.body;
    const pk = partnerPartition(draft.partnerId);
    if (found?.kind === 'filed') await store.batch(pk, [{ kind: 'delete', pk, id: draftId(draft.number) }]);
    return undefined;
  }

  return { mine, queue, drafts, customersOf };
}

/** A draft holds what was typed, whatever that is. */
function isOf({ answers }: EditingClaim, { tenantIds, beginning }: Customers): boolean {
  const tenantId = (answers.customerTenantId ?? '').trim().toLowerCase();
  if (tenantIds.length > 0 && tenantId !== '') return tenantIds.includes(tenantId);
  const typed = plainLetters(answers.customerDomain ?? '').toLowerCase();
  return storedDomain(typed).startsWith(beginning);
}

/** A domain as claims keep it. What is ASCII stays as it is: `365` would become an address, `%` would be decoded. */
const storedDomain = (typed: string): string =>
  /^\p{ASCII}*$/u.test(typed) ? typed : domainToASCII(typed) || typed;
