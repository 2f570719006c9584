import type { PartnerActor } from '../../domain/actors.ts';
import type { Draft } from '../../domain/claim.ts';
import type { Quotas } from '../../domain/quotas.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { ownerOf } from '../../domain/rules/draftOwner.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import { partnerPartition } from '../documents.ts';

/** So many drafts an hour are begun without counting: that is more than people do by hand. */
const uncounted = 5;
const hourMs = 3_600_000;

export interface DraftQuotaDependencies {
  readonly store: DocumentStore;
  readonly quotas: Pick<Quotas, 'draftsOfPerson' | 'draftsOfCompany'>;
  readonly now: () => Date;
}

/**
 * D22: limits open drafts. Counting takes a query, so that it is made only for those who have begun several drafts
 * within an hour in this process.
 */
export function createDraftQuota({ store, quotas, now }: DraftQuotaDependencies) {
  let begun = new Map<string, number>();
  let since = Number.NEGATIVE_INFINITY;

  /** Counts one more draft that this person wants to begin. */
  function another(personId: string): number {
    if (now().getTime() - since >= hourMs) {
      begun = new Map();
      since = now().getTime();
    }
    const count = (begun.get(personId) ?? 0) + 1;
    begun.set(personId, count);
    return count;
  }

  return async (filer: PartnerActor): Promise<Outcome<undefined>> => {
    if (another(filer.personId) <= uncounted) return granted(undefined);
    const { documents } = await store.query<Draft>({
      type: 'draft',
      pk: partnerPartition(filer.partnerId),
      equals: { partnerId: filer.partnerId },
      order: { field: 'updatedAt', direction: 'descending' },
      limit: 200,
    });
    const own = documents.filter(({ body }) => ownerOf(body).id === filer.personId).length;
    if (own >= quotas.draftsOfPerson)
      return refused('tooManyDrafts', { most: quotas.draftsOfPerson, of: 'person' });
    if (documents.length >= quotas.draftsOfCompany)
      return refused('tooManyDrafts', { most: quotas.draftsOfCompany, of: 'company' });
    return granted(undefined);
  };
}
