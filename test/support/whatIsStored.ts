import { join } from 'node:path';
import type { Upload } from '../../services/claims/proof/uploadDocuments.ts';
import type { Alert } from '../../services/domain/alert.ts';
import type { Draft, SubmittedClaim } from '../../services/domain/claim.ts';
import type { HistoryEntry } from '../../services/domain/history.ts';
import type { DocumentStore, Query } from '../../services/storage/documents/documentStore.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';

const partners = ['fabrikam', 'northwind'];

/** Reads a store directly, without the services: what the tests of both demo partners have left in it. */
export function whatIsStored(store: DocumentStore) {
  async function all<T>(query: Omit<Query, 'limit'>): Promise<T[]> {
    const { documents } = await store.query<T>({ ...query, limit: 200 });
    return documents.map(({ body }) => body);
  }
  const newest = { field: 'updatedAt', direction: 'descending' } as const;
  const ofPartners = async <T>(type: string) =>
    (
      await Promise.all(partners.map((partnerId) => all<T>({ type, equals: { partnerId }, order: newest })))
    ).flat();

  const claims = () => ofPartners<SubmittedClaim>('claim');
  const drafts = () => ofPartners<Draft>('draft');
  const history = (number: string) =>
    all<HistoryEntry>({
      type: 'history',
      equals: { number },
      order: { field: 'seq', direction: 'ascending' },
    });
  /** The alerts of a claim that still wait for somebody. */
  const waitingAlerts = (number: string) =>
    all<Alert>({
      type: 'alert',
      equals: { topic: number },
      order: { field: 'nextAttemptAt', direction: 'ascending' },
    });

  /** Files that are stored, and on no claim. */
  const uploads = () => all<Upload>({ type: 'upload', order: { field: 'sweepAt', direction: 'ascending' } });

  return {
    claims,
    drafts,
    history,
    waitingAlerts,
    uploads,
    /** All of it, to see that nothing has changed. */
    async everything() {
      const filed = await claims();
      return {
        claims: filed,
        drafts: await drafts(),
        uploads: await uploads(),
        history: await Promise.all(filed.map(({ number }) => history(number))),
      };
    },
  };
}

/** Opens what a program has stored, beside that program. */
export interface StoredData {
  openStores(): Promise<{ readonly store: DocumentStore; close(): Promise<void> }>;
}

/** The folder of an `npm run local` on the embedded stores. */
export const embeddedIn = (folder: string): StoredData => ({
  async openStores() {
    const store = createSqliteStore({ file: join(folder, 'claims.sqlite'), indexes });
    return { store, close: () => store.close() };
  },
});

/** What a stopped or running `npm run local` has stored. */
export async function lookInto<T>(
  data: StoredData,
  look: (stored: ReturnType<typeof whatIsStored>, store: DocumentStore) => Promise<T>,
): Promise<T> {
  const { store, close } = await data.openStores();
  try {
    return await look(whatIsStored(store), store);
  } finally {
    await close();
  }
}
