import type { Alert } from '../domain/alert.ts';
import type { DocumentStore, PageKey, StoredDocument } from '../storage/documents/documentStore.ts';

const pageSize = 50;
const longPage = 200;
/** How many alerts are looked at together: more than this many wait only after a long outage. */
const mostTogether = 1000;

/** The alerts whose next attempt is due at an instant (ISO), the longest overdue first. */
export const dueAlerts = (store: DocumentStore, at: string): Promise<readonly StoredDocument<Alert>[]> =>
  alertsBy(store, 'nextAttemptAt', { to: at });

/** All alerts that still wait for somebody, those that are tried next first. */
export const waitingAlerts = (store: DocumentStore): Promise<readonly StoredDocument<Alert>[]> =>
  alertsBy(store, 'nextAttemptAt', {});

/** The alerts of which nobody could be told who must be, the longest waiting first. */
export const untoldAlerts = (store: DocumentStore): Promise<readonly StoredDocument<Alert>[]> =>
  alertsBy(store, 'untoldAt', {});

async function alertsBy(
  store: DocumentStore,
  field: 'nextAttemptAt' | 'untoldAt',
  range: { readonly to?: string },
): Promise<readonly StoredDocument<Alert>[]> {
  const found: StoredDocument<Alert>[] = [];
  let after: PageKey | undefined;
  do {
    const page = await store.query<Alert>({
      type: 'alert',
      range,
      order: { field, direction: 'ascending' },
      limit: longPage,
      ...(after ? { after } : {}),
    });
    found.push(...page.documents);
    after = page.next;
  } while (after && found.length < mostTogether);
  return found;
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

/** Thrown when an alert was written by somebody else: another dispatcher that has the lease, or an operator. */
export class AlertChangedError extends Error {
  override readonly name = 'AlertChangedError';
}

/** A lost race means that the lease went, and the next holder sends again; or an operator has changed the alert. */
export async function replaceAlert(
  store: DocumentStore,
  { pk, id, type, etag }: StoredDocument<Alert>,
  body: Alert,
): Promise<StoredDocument<Alert>> {
  const written = await store.batch(pk, [{ kind: 'replace', document: { pk, id, type, body }, etag }]);
  if (!written.ok) throw new AlertChangedError(`Alert ${id} was changed by another dispatcher`);
  return { pk, id, type, body, etag: written.etags[0] ?? etag };
}
