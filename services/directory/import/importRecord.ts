import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import { type ImportRecord, importKey } from '../documents.ts';
import { saveEntry } from './saveEntry.ts';

/** The people and partners of earlier imports. */
export async function readImportRecord(store: DocumentStore): Promise<ImportRecord> {
  const stored = await store.read<ImportRecord>(importKey.pk, importKey.id);
  return stored?.body ?? { partnerIds: [], reviewerIds: [] };
}

/** Records for the next import whom it may have to remove. */
export async function saveImportRecord(store: DocumentStore, body: ImportRecord): Promise<void> {
  await saveEntry(store, { ...importKey, type: 'import', body });
}
