import { toldProblems } from '../../services/directory/import/checkRows.ts';
import type { ImportResult } from '../../services/directory/import/importFile.ts';
import type { Tally } from '../../services/directory/import/tally.ts';

const count = new Intl.NumberFormat('en');

/** What an import has found or done, for a terminal. */
export function importReport(result: ImportResult, dryRun: boolean): string {
  if (!result.ok) {
    const { told, count: all } = result.problems;
    const more = all > toldProblems ? [`… and ${count.format(all - told.length)} more`] : [];
    const problems = all === 1 ? '1 problem' : `${count.format(all)} problems`;
    return [...told, ...more, `${problems} in ${rowsText(result.rows)}: nothing has been written.`].join(
      '\n',
    );
  }
  const lines = Object.entries(result.tallies).map(([kind, tally]) => `${kind}: ${tallyText(kind, tally)}`);
  const closing = dryRun ? 'A dry run: nothing has been written.' : 'Imported.';
  return [`${rowsText(result.rows)} read.`, ...lines, closing].join('\n');
}

const rowsText = (rows: number) => (rows === 1 ? '1 row' : `${count.format(rows)} rows`);

function tallyText(kind: string, tally: Tally): string {
  return [
    `${count.format(tally.new)} new`,
    `${count.format(tally.changed)} changed`,
    `${count.format(tally.unchanged)} unchanged`,
    `${count.format(tally.gone)} ${removed[kind] ?? 'not listed (kept)'}`,
  ].join(', ');
}

/** Kinds whose file stands for the whole list, and what becomes of those it does not list. */
const removed: Readonly<Record<string, string>> = {
  people: 'gone: no longer known',
  catalogue: 'gone: no longer offered',
};

/** Why an import has stopped (absent: it was interrupted), and what is in the store now. */
export function stoppedReport(error: unknown, written: boolean): string {
  const why = error instanceof Error ? error.message : 'Interrupted';
  const stands = written
    ? 'Part of the file has been written, nothing of it by halves. Run the same import again to finish it.'
    : 'Nothing has been written.';
  return `${why.replace(/\.?$/, '.')}\n${stands}`;
}
