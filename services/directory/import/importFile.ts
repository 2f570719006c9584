import { setImmediate } from 'node:timers/promises';
import type { DirectoryPerson } from '../../domain/actor.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { SubscriptionRecord } from '../documents.ts';
import { checkRows, type Problems } from './checkRows.ts';
import { countGone, countStored } from './countStored.ts';
import type { CustomerEntry, PartnerEntry } from './directoryFile.ts';
import { type FileRow, UnreadableFileError } from './fileRow.ts';
import { createImportedData } from './importedData.ts';
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
import { readRows } from './readRows.ts';
import { saveCatalogue } from './saveCatalogue.ts';
import { saveCustomers } from './saveCustomers.ts';
import type { SavingEntries } from './saveEntry.ts';
import { savePartners } from './savePartners.ts';
import { savePeople } from './savePeople.ts';
import { type SlotWrites, saveSubscriptions } from './saveSubscriptions.ts';
import { type Tallies, type TallyKind, tallyOf } from './tally.ts';

/** What has been done with a row. A dry run compares it with the stored entry; an import saves it. */
export type ImportPhase = 'checked' | 'compared' | 'saved';

/** A requested import. */
export interface ImportJob {
  readonly store: DocumentStore;
  readonly writesOfState: SlotWrites;
  readonly file: string;
  /** The time that is recorded for the import. */
  readonly now: () => Date;
  /** True: reports what would change, and writes nothing. */
  readonly dryRun?: boolean;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
  /** Called with the number of rows so far, in each of the two passes over the file; `saved` rows are in the store. */
  readonly onRow?: (pass: ImportPhase, rows: number) => void;
}

/** Either the file's problems, and nothing was written; or what has changed. */
export type ImportResult =
  | { readonly ok: false; readonly rows: number; readonly problems: Problems }
  | { readonly ok: true; readonly rows: number; readonly tallies: Tallies };

/** One import under way. */
interface Saving {
  readonly writesOfState: SlotWrites;
  readonly store: DocumentStore;
  readonly at: string;
  readonly tallies: Tallies;
  readonly onSaved: (rows: number) => void;
}

/** The kinds of files, and where their rows go. */
const importers = {
  partners: importer<PartnerEntry>(partnersKind, async (saving, rows) =>
    savePartners(entriesTo(saving, 'partners'), await collected(rows)),
  ),
  people: importer<DirectoryPerson>(peopleKind, async (saving, rows) =>
    savePeople(entriesTo(saving, 'people'), await collected(rows)),
  ),
  customers: importer<CustomerEntry>(customersKind, async (saving, rows) => {
    const stored = await countStored(saving.store, 'customer');
    await saveCustomers(saving, rows);
    countGone(tallyOf(saving.tallies, 'customers'), stored);
  }),
  subscriptions: importer<SubscriptionRecord>(subscriptionsKind, async (saving, rows) => {
    const stored = await countStored(saving.store, 'subscription');
    const { onSaved, ...rest } = saving;
    await saveSubscriptions({ ...rest, onBatch: (_customer, count) => onSaved(count) }, rows);
    countGone(tallyOf(saving.tallies, 'subscriptions'), stored);
  }),
  catalogue: importer<CatalogueRow>(catalogueKind, async (saving, rows) =>
    saveCatalogue(entriesTo(saving, 'catalogue'), catalogueOf(await collected(rows))),
  ),
};

export type ImportedKind = keyof typeof importers;
/** What can be imported. Each kind refers only to kinds before it. */
export const importedKinds: readonly ImportedKind[] = [
  'catalogue',
  'partners',
  'people',
  'customers',
  'subscriptions',
];

/**
 * Checks a whole file, then writes what it changes. Throws an `UnreadableFileError` for a file without rows, and the
 * reason of an aborted signal. What was written by then is consistent, and running the same import once more finishes
 * it.
 */
export async function importFile(kind: ImportedKind, job: ImportJob): Promise<ImportResult> {
  return await importers[kind](job);
}

function importer<T>(
  kind: ImportKind<T>,
  save: (saving: Saving, rows: AsyncIterable<T>) => Promise<void>,
): (job: ImportJob) => Promise<ImportResult> {
  return async ({ file, dryRun = false, signal, onRow, now, ...job }) => {
    const known = createImportedData(job.store);
    const checked = await checkRows(stoppable(readRows(file, kind), signal), kind, {
      known,
      onRow: (rows) => onRow?.('checked', rows),
    });
    const { rows } = checked;
    if (checked.problems.count > 0) return { ok: false, ...checked };
    if (rows === 0) throw new UnreadableFileError('The file has no rows');
    const store = importStore(job.store, { dryRun, ...(signal ? { signal } : {}) });
    const tallies: Tallies = {};
    const entries = entriesOf(readRows(file, kind), kind);
    const onSaved = counting((saved) => onRow?.(dryRun ? 'compared' : 'saved', saved));
    const { writesOfState } = job;
    await save({ store, writesOfState, at: now().toISOString(), tallies, onSaved }, entries);
    return { ok: true, rows, tallies };
  };
}

const entriesTo = ({ store, tallies, onSaved }: Saving, kind: TallyKind): SavingEntries => ({
  store,
  tally: tallyOf(tallies, kind),
  onSaved,
});

/** Adds up the rows and reports each number on the way, so that a caller that waits for a round number gets it. */
function counting(onRow: (rows: number) => void): (more: number) => void {
  let rows = 0;
  return (more) => {
    for (let left = more; left > 0; left -= 1) {
      rows += 1;
      onRow(rows);
    }
  };
}

async function* stoppable<T>(rows: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const row of rows) {
    signal?.throwIfAborted();
    yield row;
  }
}

/** The rows once more, in canonical form. */
async function* entriesOf<T>(rows: AsyncIterable<FileRow>, kind: ImportKind<T>): AsyncGenerator<T> {
  for await (const row of rows) {
    const parsed = kind.schema.safeParse(entryIn(row));
    if (!parsed.success)
      throw new UnreadableFileError(`line ${row.line}: the file has been changed meanwhile`);
    yield parsed.data;
  }
}

/** The store as an import uses it: a dry run only reads, and an interruption happens between two batches. */
function importStore(
  store: DocumentStore,
  { dryRun, signal }: { readonly dryRun: boolean; readonly signal?: AbortSignal },
): DocumentStore {
  return {
    ...store,
    async batch(pk, writes) {
      // Gives an abort signal a chance to arrive, because the embedded store answers without a pause.
      await setImmediate();
      signal?.throwIfAborted();
      return dryRun ? { ok: true, etags: writes.map(() => undefined) } : await store.batch(pk, writes);
    },
  };
}

/** A catalogue file replaces the whole list: without workloads, or products, none could be claimed any more. */
function catalogueOf(rows: readonly CatalogueRow[]): Catalogue {
  const listOf = (wanted: CatalogueRow['kind']) => {
    const items = rows.filter(({ kind }) => kind === wanted).map(({ id, name }) => ({ id, name }));
    if (items.length > 0) return items;
    throw new UnreadableFileError(`The file has no ${wanted}s, and a catalogue stands for the whole list`);
  };
  return { workloads: listOf('workload'), products: listOf('product') };
}

async function collected<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
