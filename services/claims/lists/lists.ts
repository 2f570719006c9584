import type { Actor } from '../../domain/actor.ts';
import { listKindFor, partnerAdminOf, partnerPersonOf } from '../../domain/actors.ts';
import type { Claim, Draft, SubmittedClaim } from '../../domain/claim.ts';
import { checkName } from '../../domain/form/textFields.ts';
import { limits } from '../../domain/limits.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { clockOf, hasCommentTimePassed } from '../../domain/rules/claimClock.ts';
import { ownerOf } from '../../domain/rules/draftOwner.ts';
import { readDigest } from '../background/digest.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { createContests } from '../contests.ts';
import { createFindCustomers } from './customerFilter.ts';
import { createHistoryPages } from './historyPages.ts';
import { createListSections } from './listSections.ts';
import { pageThrough, type Section } from './sections.ts';
import type { ClaimFilter, ClaimList, DigestView, ListedClaim, ListPosition } from './views.ts';

const pageSize = 10;

/** Which claims are asked for, and where the page begins. */
export interface ListRequest extends ListPosition {
  readonly filter?: ClaimFilter | undefined;
}

/** What can be listed: a company's claims, the review queue, what is due, a claim's history. */
export function createLists(context: ClaimsContext) {
  const { store, directory, calendar, now } = context;
  const sections = createListSections(context);
  const findCustomers = createFindCustomers(context);
  const contests = createContests(context);

  /**
   * R68: first the claims that the company has to act on, then drafts, claims with the reviewers, and decided claims.
   * Each number is listed once.
   */
  async function mine(actor: Actor, request: ListRequest = {}): Promise<Outcome<ClaimList>> {
    const admin = partnerAdminOf(actor);
    if (!admin) return refused('notAllowed', { command: 'list' });
    const { filter, refused: wrong } = readFilter(request.filter);
    const customers = filter?.customer ? await findCustomers(filter.customer) : undefined;
    const parts = sections.mine(admin.partnerId, {
      status: filter?.status,
      ...(customers ? { customers } : {}),
    });
    const { items, ...place } = await pageOf(parts, request);
    return granted({
      kind: 'mine',
      claims: items.map((claim) => listed(claim, actor)),
      asOf: now().toISOString(),
      ...(filter ? { filter } : {}),
      ...(wrong ? { refused: wrong } : {}),
      ...(customers?.more ? { customersRead: customers.tenantIds.length } : {}),
      ...place,
    });
  }

  /** The company's drafts, the next to be deleted first, then the newest; at most ten are offered. */
  async function openDrafts(actor: Actor): Promise<readonly Draft[]> {
    const person = partnerPersonOf(actor);
    if (!person) return [];
    return (await pageThrough(sections.drafts(person.partnerId), pageSize)).items;
  }

  /** All claims that reviewers may have to act on, nearest deadline first (D10), then those that wait for partners. */
  async function queue(actor: Actor, request: ListPosition = {}): Promise<Outcome<ClaimList>> {
    if (listKindFor(actor) !== 'queue') return refused('notAllowed', { command: 'queue' });
    const { items, ...place } = await pageOf(sections.queue(), request);
    const claims = await Promise.all(items.map(forReviewers));
    return granted({ kind: 'queue', claims, asOf: now().toISOString(), ...place });
  }

  async function forReviewers(claim: SubmittedClaim): Promise<ListedClaim> {
    const [partner, contested] = await Promise.all([
      directory.partner(claim.partnerId),
      contests.contestedSlots(claim),
    ]);
    return {
      ...listed(claim),
      partnerName: partner?.name ?? claim.partnerId,
      ...(contested.length > 0 ? { contested: true } : {}),
    };
  }

  /** R79: for the reviewers' channel. */
  async function digest(): Promise<DigestView> {
    const digest = await readDigest({ store, calendar, now }, pageSize);
    const claims = await Promise.all(digest.claims.map(forDigest));
    return { ...digest, claims, asOf: now().toISOString() };
  }

  async function forDigest(claim: SubmittedClaim): Promise<ListedClaim> {
    const customer = await directory.customer(claim.details.customerTenantId);
    return { ...(await forReviewers(claim)), ...(customer ? { customerName: customer.name } : {}) };
  }

  /** A claim as one row of a list; a draft names the colleague who is filling it in. */
  function listed(claim: Claim, reader?: Actor): ListedClaim {
    const { number, version, status, updatedAt } = claim;
    const stated = claim.status === 'Editing' ? claim.answers : claim.details;
    const clock = claim.status === 'Editing' ? undefined : clockOf(claim, now().toISOString(), calendar);
    return {
      number,
      version,
      status,
      updatedAt,
      ...(stated.claimName ? { claimName: stated.claimName } : {}),
      ...(stated.customerDomain ? { customerDomain: stated.customerDomain } : {}),
      ...(clock && !hasCommentTimePassed(clock) ? { clock } : {}),
      ...(claim.status === 'Editing' ? listedDraft(claim, reader) : {}),
    };
  }

  return { mine, openDrafts, queue, digest, listed, history: createHistoryPages(context) };
}

async function pageOf<T>(sections: readonly Section<T>[], { after, before }: ListPosition) {
  const { items, next } = await pageThrough(sections, pageSize, after);
  return { items, ...(after && before ? { before } : {}), ...(next ? { next } : {}) };
}

/** Text that is too long for a customer does not filter the list; its field shows the error. */
function readFilter(filter: ClaimFilter | undefined): Pick<ClaimList, 'filter' | 'refused'> {
  if (filter?.customer === undefined) return filter ? { filter } : {};
  const { customer, status } = filter;
  const checked = checkName(customer, limits.domain);
  if ('value' in checked) return { filter };
  return { ...(status ? { filter: { status } } : {}), refused: { customer, error: checked.error } };
}

function listedDraft(draft: Draft, reader?: Actor): Pick<ListedClaim, 'ownedBy' | 'endsAt'> {
  const { id, name } = ownerOf(draft);
  return {
    ...(id === reader?.personId ? {} : { ownedBy: name }),
    ...(draft.due === 'delete' && draft.dueAt ? { endsAt: draft.dueAt } : {}),
  };
}
