import { answerHelp } from '../../local/readOptions.ts';
import { slotWritesFor } from '../../services/claims/endSubscription.ts';
import {
  type ImportPhase,
  type ImportResult,
  importFile,
} from '../../services/directory/import/importFile.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { importReport, stoppedReport } from './importReport.ts';
import { type ImportSettings, readImportSettings, usage } from './importSettings.ts';
import { openImportStore } from './importStore.ts';

/** `npm run import`: checks a file as a whole, then writes what it changes. Exit code 1: refused, 130: interrupted. */
const interruption = new AbortController();
const progressEvery = 10_000;
const wordsOf: Readonly<Record<ImportPhase, string>> = {
  checked: 'checked',
  compared: 'checked against what is stored',
  saved: 'saved',
};
let written = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

const args = process.argv.slice(2);
answerHelp(args, usage);
try {
  const settings = readImportSettings(args);
  const result = await run(settings);
  process[result.ok ? 'stdout' : 'stderr'].write(`${importReport(result, settings.dryRun)}\n`);
  process.exitCode = result.ok ? 0 : 1;
} catch (error) {
  const interrupted = interruption.signal.aborted;
  process.stderr.write(`${stoppedReport(interrupted ? undefined : error, written)}\n`);
  process.exitCode = interrupted ? 130 : 1;
}

async function run({ kind, file, dryRun, localPort }: ImportSettings): Promise<ImportResult> {
  const { store, note } = await openImportStore({ dryRun, localPort });
  if (note) process.stderr.write(`${note}\n`);
  try {
    return await importFile(kind, {
      writesOfState: slotWritesFor,
      store: noting(store),
      file,
      dryRun,
      now: () => new Date(),
      signal: interruption.signal,
      onRow(pass, rows) {
        if (rows % progressEvery === 0) process.stderr.write(`${rows} rows ${wordsOf[pass]}\n`);
      },
    });
  } finally {
    await store.close();
  }
}

/** Notes when the first batch is sent, because a batch without an answer may have been saved. */
function noting(store: DocumentStore): DocumentStore {
  return {
    ...store,
    batch(pk, writes) {
      written = true;
      return store.batch(pk, writes);
    },
  };
}
