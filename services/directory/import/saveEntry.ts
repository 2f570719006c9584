import { isDeepStrictEqual } from 'node:util';
import type { DocumentStore, NewDocument } from '../../storage/documents/documentStore.ts';
import type { Tally } from './tally.ts';

/** How an entry compares with the stored one. */
export type EntryChange = 'new' | 'changed' | 'unchanged';

/** Where the entries of one kind are written, and what counts the results. */
export interface SavingEntries {
  readonly store: DocumentStore;
  readonly tally: Tally;
  /** Called when more rows of the file are in the store. */
  readonly onSaved?: ((rows: number) => void) | undefined;
}

/** Writes the document of one row and counts it. */
export async function saveCounted(
  { store, tally, onSaved }: SavingEntries,
  document: NewDocument<unknown>,
): Promise<void> {
  tally[await saveEntry(store, document)] += 1;
  onSaved?.(1);
}

/** Writes a document unless the same one is stored already. */
export async function saveEntry(store: DocumentStore, document: NewDocument<unknown>): Promise<EntryChange> {
  const stored = await store.read(document.pk, document.id);
  const change = compareWithStored(document, stored);
  if (change === 'unchanged') return change;
  const result = await store.batch(document.pk, [{ kind: 'upsert', document }]);
  if (!result.ok) throw new Error(`The directory entry ${document.pk} was not saved: ${result.failure}`);
  return change;
}

/** Compares a document with the stored one. */
export function compareWithStored(
  document: NewDocument<unknown>,
  stored: { readonly body: unknown } | undefined,
): EntryChange {
  if (!stored) return 'new';
  return isDeepStrictEqual(stored.body, document.body) ? 'unchanged' : 'changed';
}
