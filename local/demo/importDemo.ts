import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportedKind, importFile } from '../../services/directory/importFile.ts';
import type { DocumentStore } from '../../services/storage/documentStore.ts';

/** Subscriptions stand in the customers' file. */
const kinds: readonly ImportedKind[] = ['catalogue', 'partners', 'people', 'customers'];
const mark = { pk: 'demo', id: 'demo' } as const;

/**
 * Imports the demo files, as `npm run import` does. Once only until they change: what somebody imported since stands.
 */
export async function importDemo(store: DocumentStore, now: () => Date): Promise<void> {
  const digest = digestOfFiles();
  const imported = await store.read<{ readonly digest: string }>(mark.pk, mark.id);
  if (imported?.body.digest === digest) return;
  for (const kind of kinds) {
    const result = await importFile(kind, { store, file: fileOf(kind), now });
    if (!result.ok) throw new Error(`${fileOf(kind)}: ${result.problems.told.join('; ')}`);
  }
  await store.batch(mark.pk, [{ kind: 'upsert', document: { ...mark, type: 'demo', body: { digest } } }]);
}

const fileOf = (kind: ImportedKind) => join(import.meta.dirname, `${kind}.json`);

function digestOfFiles(): string {
  const hash = createHash('sha256');
  for (const kind of kinds) hash.update(readFileSync(fileOf(kind)));
  return hash.digest('hex');
}
