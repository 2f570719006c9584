import { setImmediate } from 'node:timers/promises';
import type { DocumentStore } from '../storage/documentStore.ts';
import { checkRows, type Problems } from './checkRows.ts';
import { countGone, countStored } from './countStored.ts';
import type { Catalogue, DirectoryPerson } from './directory.ts';
import type { CustomerEntry, PartnerEntry } from './directoryFile.ts';
import type { SubscriptionRecord } from './documents.ts';
import { type FileRow, UnreadableFileError } from './fileRow.ts';
import {
  type CatalogueRow,
  catalogueKind,
  customersKind,
  entryIn,
  type ImportKind,
  partnersKind,
  peopleKind,
  subscriptionsKind,
} from './importKinds.ts';
import { createKnown } from './known.ts';
import { readRows } from './readRows.ts';
import { saveCatalogue } from './saveCatalogue.ts';
import { saveCustomers } from './saveCustomers.ts';
import { savePartners } from './savePartners.ts';
import { savePeople } from './savePeople.ts';
import { saveSubscriptions } from './saveSubscriptions.ts';
import { type Tallies, tallyOf } from './tally.ts';

/** One import that is asked for. */
export interface ImportJob {
  readonly store: DocumentStore;
  readonly file: string;
  /** Says what would change, and writes nothing. */
  readonly dryRun?: boolean;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
  /** Rows so far, in each of the two passes over the file. */
  readonly onRow?: (pass: 'checked' | 'saved', rows: number) => void;
  readonly now?: () => Date;
}

/** Either the file's problems, and nothing was written; or what has changed. */
export type ImportResult =
  | { readonly ok: false; readonly rows: number; readonly problems: Problems }
  | { readonly ok: true; readonly rows: number; readonly tallies: Tallies };

/** One import under way. */
interface Saving {
  readonly store: DocumentStore;
  readonly at: string;
  readonly tallies: Tallies;
}

/** The kinds of files, and where their rows go. */
const importers = {
  partners: importer<PartnerEntry>(partnersKind, async ({ store, tallies }, rows) =>
    savePartners(store, await collected(rows), tallyOf(tallies, 'partners')),
  ),
  people: importer<DirectoryPerson>(peopleKind, async ({ store, tallies }, rows) =>
    savePeople(store, await collected(rows), tallyOf(tallies, 'people')),
  ),
  customers: importer<CustomerEntry>(customersKind, async (saving, rows) => {
    const stored = await countStored(saving.store, 'customer');
    await saveCustomers(saving, rows);
    countGone(tallyOf(saving.tallies, 'customers'), stored);
  }),
  subscriptions: importer<SubscriptionRecord>(subscriptionsKind, async (saving, rows) => {
    const stored = await countStored(saving.store, 'subscription');
    await saveSubscriptions(saving, rows);
    countGone(tallyOf(saving.tallies, 'subscriptions'), stored);
  }),
  catalogue: importer<CatalogueRow>(catalogueKind, async ({ store, tallies }, rows) =>
    saveCatalogue(store, catalogueOf(await collected(rows)), tallyOf(tallies, 'catalogue')),
  ),
};

export type ImportedKind = keyof typeof importers;
/** What can be imported, in the order in which one refers to the other. */
export const importedKinds: readonly ImportedKind[] = [
  'catalogue',
  'partners',
  'people',
  'customers',
  'subscriptions',
];

/**
 * Checks a whole file, then writes what it changes. Throws an `UnreadableFileError` for a file without rows, and what the
 * signal was aborted with; whatever was written by then is whole, and the same import again finishes it.
 */
export async function importFile(kind: ImportedKind, job: ImportJob): Promise<ImportResult> {
  return await importers[kind](job);
}

function importer<T>(
  kind: ImportKind<T>,
  save: (saving: Saving, rows: AsyncIterable<T>) => Promise<void>,
): (job: ImportJob) => Promise<ImportResult> {
  return async ({ file, dryRun = false, signal, onRow, now = () => new Date(), ...job }) => {
    const known = createKnown(job.store);
    const checked = await checkRows(stoppable(readRows(file, kind), signal), kind, {
      known,
      onRow: (rows) => onRow?.('checked', rows),
    });
    const { rows } = checked;
    if (checked.problems.count > 0) return { ok: false, ...checked };
    if (rows === 0) throw new UnreadableFileError('The file has no rows');
    const store = importStore(job.store, { dryRun, ...(signal ? { signal } : {}) });
    const tallies: Tallies = {};
    const entries = entriesOf(readRows(file, kind), kind, (saved) => onRow?.('saved', saved));
    await save({ store, at: now().toISOString(), tallies }, entries);
    return { ok: true, rows, tallies };
  };
}

async function* stoppable<T>(rows: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const row of rows) {
    signal?.throwIfAborted();
    yield row;
  }
}

/** The rows once more, in canonical form. */
async function* entriesOf<T>(
  rows: AsyncIterable<FileRow>,
  kind: ImportKind<T>,
  onRow: (rows: number) => void,
): AsyncGenerator<T> {
  let read = 0;
  for await (const row of rows) {
    read += 1;
    const parsed = kind.schema.safeParse(entryIn(row));
    if (!parsed.success)
      throw new UnreadableFileError(`line ${row.line}: the file has been changed meanwhile`);
    yield parsed.data;
    onRow(read);
  }
}

/** The store as an import uses it: a dry run reads only, and an interruption falls between two batches. */
function importStore(
  store: DocumentStore,
  { dryRun, signal }: { readonly dryRun: boolean; readonly signal?: AbortSignal },
): DocumentStore {
  return {
    ...store,
    async batch(pk, writes) {
      // Lets a signal be heard: the embedded store answers without a pause.
      await setImmediate();
      signal?.throwIfAborted();
      return dryRun ? { ok: true, etags: writes.map(() => undefined) } : await store.batch(pk, writes);
    },
  };
}

const catalogueOf = (rows: readonly CatalogueRow[]): Catalogue => ({
  workloads: rows.filter(({ kind }) => kind === 'workload').map(({ id, name }) => ({ id, name })),
  products: rows.filter(({ kind }) => kind === 'product').map(({ id, name }) => ({ id, name })),
});

async function collected<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
