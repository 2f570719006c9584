import type { Actor } from '../../domain/actor.ts';
import type { Claim } from '../../domain/claim.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import { granted, type Outcome } from '../../domain/refusal.ts';
import { maySee } from '../../domain/rules/moves.ts';
import type { Query } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { refuseMissing } from '../drafts/deletedDraft.ts';
import { findClaim } from '../findClaim.ts';
import type { HistoryPage } from './views.ts';

const pageSize = 15;

/** Which page of a history: older or newer than an entry, by sequence number. With neither, the newest page. */
export interface HistoryStart {
  readonly olderThan?: number | undefined;
  readonly newerThan?: number | undefined;
}

/** A page of a claim's history, and the claim as it stands. */
export interface FoundHistory extends HistoryPage {
  readonly claim: Claim;
}

/** A claim's history in pages (R96), newest first. A draft has none yet. */
export function createHistoryPages({ store }: Pick<ClaimsContext, 'store'>) {
  return async function history(
    actor: Actor,
    number: string,
    start: HistoryStart = {},
  ): Promise<Outcome<FoundHistory>> {
    const found = await findClaim(store, number);
    if (!found || !maySee(actor, found.document.body)) return await refuseMissing(store, actor, number);
    const claim = found.document.body;
    if (claim.status === 'Editing') return granted({ claim, number, entries: [], total: 0 });
    const { pk } = found.document;
    const entries = await read(pk, number, start);
    const newest = entries[0]?.seq ?? 0;
    const oldest = entries.at(-1)?.seq ?? 1;
    const [before] = oldest > 1 ? await below(pk, number, { olderThan: oldest, limit: 1 }) : [];
    return granted({
      claim,
      number,
      entries,
      total: claim.historySeq,
      ...(before ? { before: before.status } : {}),
      ...(oldest > 1 ? { olderThan: oldest } : {}),
      ...(newest > 0 && newest < claim.historySeq ? { newerThan: newest } : {}),
    });
  };

  async function read(pk: string, number: string, start: HistoryStart): Promise<HistoryEntry[]> {
    if (start.newerThan === undefined)
      return await below(pk, number, { olderThan: start.olderThan, limit: pageSize });
    const found = await query(pk, number, {
      range: { from: start.newerThan + 1 },
      order: { field: 'seq', direction: 'ascending' },
      limit: pageSize,
    });
    return found.toReversed();
  }

  async function below(
    pk: string,
    number: string,
    { olderThan, limit }: { readonly olderThan?: number | undefined; readonly limit: number },
  ): Promise<HistoryEntry[]> {
    return await query(pk, number, {
      ...(olderThan ? { range: { to: olderThan - 1 } } : {}),
      order: { field: 'seq', direction: 'descending' },
      limit,
    });
  }

  async function query(
    pk: string,
    number: string,
    page: Pick<Query, 'range' | 'order' | 'limit'>,
  ): Promise<HistoryEntry[]> {
    const found = await store.query<HistoryEntry>({ type: 'history', pk, equals: { number }, ...page });
    return found.documents.map(({ body }) => body);
  }
}
