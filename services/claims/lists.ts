import { readDigest } from '../alerts/digest.ts';
import type { Actor } from '../directory/directory.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import type { Page, PageKey } from '../storage/documentStore.ts';
import type { Claim, ClaimStatus, EditingClaim, FiledClaim } from './claim.ts';
import type { ClaimsContext } from './claimsContext.ts';
import { draftId, partnerPartition } from './documents.ts';
import { refuseMissing } from './draftEnd.ts';
import { keeperOf } from './draftKeeper.ts';
import { findClaim } from './findClaim.ts';
import type { HistoryEntry } from './history.ts';
import { maySee } from './lifecycle.ts';
import type { ClaimList, DigestView, HistoryPage, ListedClaim } from './views.ts';

const pageSize = 10;
const historyPageSize = 15;
/** What needs a reviewer, in the order in which it is shown. */
const queueStatuses: readonly ClaimStatus[] = ['Submitted', 'UnderReview', 'PartnerActionRequired'];

/** What can be listed: a company's claims, the review queue, a claim's history. */
export function createLists({ store, directory, calendar, now }: ClaimsContext) {
  /** R68: the company's drafts first, then its claims, the newest change first. A number is listed once. */
  async function mine(actor: Actor, after?: PageKey): Promise<Outcome<ClaimList>> {
    if (actor.kind !== 'partner' || actor.roles.length === 0)
      return refused('notAllowed', { command: 'list' });
    const order = { field: 'updatedAt', direction: 'descending' } as const;
    const equals = { partnerId: actor.partnerId };
    const filed = await store.query<FiledClaim>({
      type: 'claim',
      equals,
      order,
      limit: pageSize,
      ...(after ? { after } : {}),
    });
    const drafts = after ? [] : await openDrafts(actor);
    const claims = [...drafts, ...filed.documents.map(({ body }) => body)].map((claim) =>
      listed(claim, actor),
    );
    return granted({ kind: 'mine', claims, ...nextOf(filed) });
  }

  /** The company's drafts, newest first; at most ten are offered. */
  async function openDrafts(actor: Actor): Promise<EditingClaim[]> {
    if (actor.kind !== 'partner') return [];
    const page = await store.query<EditingClaim>({
      type: 'draft',
      equals: { partnerId: actor.partnerId },
      order: { field: 'updatedAt', direction: 'descending' },
      limit: pageSize,
    });
    const found = await Promise.all(page.documents.map(({ body }) => standing(body)));
    return found.filter((draft) => draft !== undefined);
  }

  /** A submission that was interrupted has left its draft: the claim stands for both, and the draft goes now. */
  async function standing(draft: EditingClaim): Promise<EditingClaim | undefined> {
    const found = await findClaim(store, draft.number);
    if (found?.kind === 'draft') return found.document.body;
    const pk = partnerPartition(draft.partnerId);
    if (found?.kind === 'filed') await store.batch(pk, [{ kind: 'delete', pk, id: draftId(draft.number) }]);
    return undefined;
  }

  /** Everything a reviewer may have to act on, the longest waiting first. `after` starts with the status it is in. */
  async function queue(actor: Actor, after?: PageKey): Promise<Outcome<ClaimList>> {
    if (actor.kind !== 'reviewer') return refused('notAllowed', { command: 'queue' });
    const found: FiledClaim[] = [];
    const start = queueStatuses.find((status) => status === after?.[0]) ?? 'Submitted';
    for (const status of queueStatuses.slice(queueStatuses.indexOf(start))) {
      // A key with nothing but the status starts that status at its beginning.
      const key = after && status === after[0] && after.length > 1 ? after.slice(1) : undefined;
      const page = await store.query<FiledClaim>({
        type: 'claim',
        equals: { status },
        order: { field: 'updatedAt', direction: 'ascending' },
        limit: pageSize - found.length,
        ...(key ? { after: key } : {}),
      });
      found.push(...page.documents.map(({ body }) => body));
      if (found.length >= pageSize) {
        const next: PageKey | undefined = page.next ? [status, ...page.next] : nextStatus(status);
        return granted({ kind: 'queue', claims: await withPartners(found), ...(next ? { next } : {}) });
      }
    }
    return granted({ kind: 'queue', claims: await withPartners(found) });
  }

  async function withPartners(claims: readonly FiledClaim[]): Promise<ListedClaim[]> {
    return await Promise.all(
      claims.map(async (claim) => {
        const partner = await directory.partner(claim.partnerId);
        return { ...listed(claim), partnerName: partner?.name ?? claim.partnerId };
      }),
    );
  }

  /** R79: for the reviewers' channel. */
  async function digest(): Promise<DigestView> {
    const { overdue, today, tomorrow } = await readDigest({ store, calendar, now });
    const [late, soon, next] = await Promise.all([overdue, today, tomorrow].map(withPartners));
    return { overdue: late ?? [], today: soon ?? [], tomorrow: next ?? [] };
  }

  /** R96: newest first, in pages. A draft has no history yet. */
  async function history(actor: Actor, number: string, olderThan?: number): Promise<Outcome<HistoryPage>> {
    const found = await findClaim(store, number);
    if (!found || !maySee(actor, found.document.body)) return await refuseMissing(store, actor, number);
    if (found.kind === 'draft') return granted({ number, entries: [] });
    const { documents } = await store.query<HistoryEntry>({
      type: 'history',
      pk: found.document.pk,
      equals: { number },
      ...(olderThan ? { range: { to: olderThan - 1 } } : {}),
      order: { field: 'seq', direction: 'descending' },
      limit: historyPageSize,
    });
    const last = documents.at(-1)?.body.seq ?? 1;
    return granted({
      number,
      entries: documents.map(({ body }) => body),
      ...(last > 1 ? { olderThan: last } : {}),
    });
  }

  return { mine, openDrafts, queue, digest, history };
}

function nextStatus(status: ClaimStatus): PageKey | undefined {
  const following = queueStatuses[queueStatuses.indexOf(status) + 1];
  return following ? [following] : undefined;
}

const nextOf = (page: Page<unknown>): { next?: PageKey } => (page.next ? { next: page.next } : {});

/** A claim as one row of a list; a draft names the colleague who is filling it in. */
export function listed(claim: Claim, reader?: Actor): ListedClaim {
  const { number, version, status, updatedAt } = claim;
  const stated = claim.status === 'Editing' ? claim.answers : claim.details;
  return {
    number,
    version,
    status,
    updatedAt,
    ...(stated.claimName ? { claimName: stated.claimName } : {}),
    ...(stated.customerDomain ? { customerDomain: stated.customerDomain } : {}),
    ...(claim.status === 'PartnerActionRequired' ? { answerBy: claim.answerBy } : {}),
    ...(claim.status !== 'Editing' && claim.deadline ? { deadline: claim.deadline } : {}),
    ...(claim.status === 'Editing' && keeperOf(claim).id !== reader?.personId
      ? { keptBy: keeperOf(claim).name }
      : {}),
  };
}
