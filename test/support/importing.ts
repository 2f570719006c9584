import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slotWritesFor } from '../../services/claims/endSubscription.ts';
import {
  type ImportedKind,
  type ImportJob,
  type ImportResult,
  importFile,
} from '../../services/directory/import/importFile.ts';
import type { Tallies } from '../../services/directory/import/tally.ts';
import type { DocumentStore, Write } from '../../services/storage/documents/documentStore.ts';
import { asImported } from './asImported.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';

const importedAt = () => new Date('2026-11-02T09:00:00Z');

/** Imports texts as if they were files, into a store that lists its batches. */
export function importing(store: DocumentStore) {
  const folder = temporaryDirectory();
  const batches: (readonly Write[])[] = [];
  const listing: DocumentStore = {
    ...store,
    async batch(pk, writes) {
      batches.push(writes);
      return await store.batch(pk, writes);
    },
  };
  let files = 0;

  async function run(
    kind: ImportedKind,
    content: string | Uint8Array | readonly unknown[],
    { ending = 'json', ...job }: Partial<ImportJob> & { readonly ending?: string } = {},
  ): Promise<ImportResult> {
    files += 1;
    const file = join(folder.path, `${files}.${ending}`);
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(file, isText ? content : JSON.stringify(asImported(content), undefined, 1));
    return await importFile(kind, {
      store: listing,
      writesOfState: slotWritesFor,
      file,
      now: importedAt,
      ...job,
    });
  }

  return {
    run,
    /** Every batch that reached the store. */
    batches,
    remove: folder.remove,
    async done(...asked: Parameters<typeof run>): Promise<Tallies> {
      const result = await run(...asked);
      assert(result.ok, result.ok ? '' : result.problems.listed.join('\n'));
      return result.tallies;
    },
    async problems(...asked: Parameters<typeof run>): Promise<readonly string[]> {
      const result = await run(...asked);
      assert(!result.ok, 'was imported');
      return result.problems.listed;
    },
  };
}
