import { readDigest } from '../alerts/digest.ts';
import type { Actor } from '../directory/directory.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import type { PageKey } from '../storage/documentStore.ts';
import type { Claim, EditingClaim, FiledClaim } from './claim.ts';
import { clockOf } from './claimClock.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { createContests } from './contests.ts';
import { keeperOf } from './draftKeeper.ts';
import { createHistoryPages } from './historyPages.ts';
import { createListSections } from './listSections.ts';
import { pageThrough } from './sections.ts';
import type { ClaimFilter, ClaimList, DigestView, ListedClaim } from './views.ts';

const pageSize = 10;

/** Which claims are asked for, and where the page begins. */
export interface ListRequest {
  readonly filter?: ClaimFilter | undefined;
  readonly after?: PageKey | undefined;
}

/** What can be listed: a company's claims, the review queue, what is due, a claim's history. */
export function createLists(context: ClaimsContext) {
  const { store, directory, calendar, now } = context;
  const sections = createListSections(context);
  const contests = createContests(context);

  /** R68: what needs the company first, then drafts, what is with the reviewers, what is decided. A number is listed once. */
  async function mine(actor: Actor, request: ListRequest = {}): Promise<Outcome<ClaimList>> {
    if (actor.kind !== 'partner' || actor.roles.length === 0)
      return refused('notAllowed', { command: 'list' });
    const { filter, after } = request;
    const parts = await sections.mine(actor.partnerId, filter);
    const { items, next } = await pageThrough(parts, pageSize, after);
    return granted({
      kind: 'mine',
      claims: items.map((claim) => listed(claim, actor)),
      ...(filter ? { filter } : {}),
      ...(next ? { next } : {}),
    });
  }

  /** The company's drafts, newest first; at most ten are offered. */
  async function openDrafts(actor: Actor): Promise<EditingClaim[]> {
    if (actor.kind !== 'partner') return [];
    const { items } = await sections.drafts(actor.partnerId).read(pageSize);
    return [...items];
  }

  /** Everything a reviewer may have to act on by its nearest deadline (D10), then what waits for the partners. */
  async function queue(actor: Actor, after?: PageKey): Promise<Outcome<ClaimList>> {
    if (actor.kind !== 'reviewer') return refused('notAllowed', { command: 'queue' });
    const { items, next } = await pageThrough(sections.queue(), pageSize, after);
    const claims = await Promise.all(items.map(forReviewers));
    return granted({ kind: 'queue', claims, ...(next ? { next } : {}) });
  }

  async function forReviewers(claim: FiledClaim): Promise<ListedClaim> {
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
    return { ...digest, claims: await Promise.all(digest.claims.map(forDigest)) };
  }

  async function forDigest(claim: FiledClaim): Promise<ListedClaim> {
    const customer = await directory.customer(claim.details.customerTenantId);
    return { ...(await forReviewers(claim)), ...(customer ? { customerName: customer.name } : {}) };
  }

  /** A claim as one row of a list; a draft names the colleague who is filling it in. */
  function listed(claim: Claim, reader?: Actor): ListedClaim {
    const { number, version, status, updatedAt } = claim;
    const stated = claim.status === 'Editing' ? claim.answers : claim.details;
    const isOpen = claim.status !== 'Editing' && claim.status !== 'Rejected';
    const clock = isOpen ? clockOf(claim, now().toISOString(), calendar) : undefined;
    return {
      number,
      version,
      status,
      updatedAt,
      ...(stated.claimName ? { claimName: stated.claimName } : {}),
      ...(stated.customerDomain ? { customerDomain: stated.customerDomain } : {}),
      ...(clock ? { clock } : {}),
      ...(claim.status === 'Editing' && keeperOf(claim).id !== reader?.personId
        ? { keptBy: keeperOf(claim).name }
        : {}),
    };
  }

  return { mine, openDrafts, queue, digest, listed, history: createHistoryPages(context) };
}
