import type { DraftAlert, DraftEvent } from '../../services/domain/alert.ts';
import { draftTopic } from '../../services/domain/rules/draftAlertFor.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';

const events: readonly DraftEvent[] = ['draftReminder', 'draftNotice', 'draftDeleted'];

/** The alerts of a draft that wait for somebody, in the order of a draft's life. */
export async function draftAlerts(store: DocumentStore, number: string): Promise<DraftAlert[]> {
  const pages = await Promise.all(
    events.map((event) =>
      store.query<DraftAlert>({
        type: 'alert',
        equals: { topic: draftTopic(event, number) },
        order: { field: 'nextAttemptAt', direction: 'ascending' },
        limit: 50,
      }),
    ),
  );
  return pages.flatMap(({ documents }) => documents.map(({ body }) => body));
}

/** Takes a draft's alerts out of the outbox, as if everybody had been told. */
export async function tellAll(store: DocumentStore, number: string): Promise<void> {
  for (const event of events) {
    const { documents } = await store.query<DraftAlert>({
      type: 'alert',
      equals: { topic: draftTopic(event, number) },
      order: { field: 'nextAttemptAt', direction: 'ascending' },
      limit: 50,
    });
    for (const { pk, id, type, body, etag } of documents) {
      const { nextAttemptAt: _due, ...told } = body;
      await store.batch(pk, [{ kind: 'replace', document: { pk, id, type, body: told }, etag }]);
    }
  }
}
