import type { Alert } from '../domain/alert.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';

const pageSize = 50;

/** The alerts whose next attempt is due at an instant (ISO), the longest overdue first, at most one page. */
export async function dueAlerts(store: DocumentStore, at: string): Promise<readonly StoredDocument<Alert>[]> {
  const { documents } = await store.query<Alert>({
    type: 'alert',
    range: { to: at },
    order: { field: 'nextAttemptAt', direction: 'ascending' },
    limit: pageSize,
  });
  return documents;
}

/** The alerts of the same topic that come before this one and are still in the outbox. */
export async function earlierAlerts(
  store: DocumentStore,
  { topic, version }: Alert,
): Promise<readonly Alert[]> {
  const { documents } = await store.query<Alert>({
    type: 'alert',
    equals: { topic },
    order: { field: 'nextAttemptAt', direction: 'ascending' },
    limit: pageSize,
  });
  return documents.map(({ body }) => body).filter((other) => other.version < version);
}

/** Only the lease's holder writes alerts; a lost race means the lease went, and the next holder sends again. */
export async function replaceAlert(
  store: DocumentStore,
  { pk, id, type, etag }: StoredDocument<Alert>,
  body: Alert,
): Promise<StoredDocument<Alert>> {
  const written = await store.batch(pk, [{ kind: 'replace', document: { pk, id, type, body }, etag }]);
  if (!written.ok) throw new Error(`Alert ${id} was changed by another dispatcher`);
  return { pk, id, type, body, etag: written.etags[0] ?? etag };
}
