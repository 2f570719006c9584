import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slotWritesFor } from '../../services/claims/endSubscription.ts';
import { type ImportedKind, importFile } from '../../services/directory/import/importFile.ts';
import { readImportRecord } from '../../services/directory/import/importRecord.ts';
import { personIdOf } from '../../services/directory/personId.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { loadDemo } from './loadDemo.ts';

/** Subscriptions are in the customers' file. */
const kinds: readonly ImportedKind[] = ['catalogue', 'partners', 'people', 'customers'];
const mark = { pk: 'demo', id: 'demo' } as const;

/**
 * Imports the demo files, as `npm run import` does, but only once until they change, so that later imports are kept.
 */
export async function importDemo(store: DocumentStore, now: () => Date): Promise<void> {
  const digest = digestOfFiles();
  if ((await importedDigest(store)) === digest) return;
  for (const kind of kinds) {
    const result = await importFile(kind, { store, writesOfState: slotWritesFor, file: fileOf(kind), now });
    if (!result.ok) throw new Error(`${fileOf(kind)}: ${result.problems.listed.join('; ')}`);
  }
  await store.batch(mark.pk, [{ kind: 'upsert', document: { ...mark, type: 'demo', body: { digest } } }]);
}

/** Whether importing the demo would take away partners' people or reviewers who are not of the demo. */
export async function replacesOthers(store: DocumentStore): Promise<boolean> {
  if ((await importedDigest(store)) === digestOfFiles()) return false;
  const { partners, people } = loadDemo();
  const partnerIds = new Set(partners.map(({ id }) => id));
  const personIds = new Set(people.map(({ tenantId, objectId }) => personIdOf(tenantId, objectId)));
  const known = await readImportRecord(store);
  return (
    known.partnerIds.some((id) => !partnerIds.has(id)) || known.reviewerIds.some((id) => !personIds.has(id))
  );
}

async function importedDigest(store: DocumentStore): Promise<string | undefined> {
  return (await store.read<{ readonly digest: string }>(mark.pk, mark.id))?.body.digest;
}

const fileOf = (kind: ImportedKind) => join(import.meta.dirname, `${kind}.json`);

function digestOfFiles(): string {
  const hash = createHash('sha256');
  for (const kind of kinds) hash.update(readFileSync(fileOf(kind)));
  return hash.digest('hex');
}
