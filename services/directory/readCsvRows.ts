import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type FileRow, UnreadableFileError } from './fileRow.ts';

/** How the cell of each column is read. An empty cell is left out. */
export type CsvColumns = Readonly<Record<string, (cell: string) => unknown>>;

/** A row that is longer is a quotation mark that is never closed. */
const longestRow = 256 * 1024;

/** The rows below a CSV file's header, their cells read as the columns say; comma or semicolon, as in the header. */
export async function* readCsvRows(
  text: AsyncIterable<string>,
  columns: CsvColumns,
): AsyncGenerator<FileRow> {
  const { header, all } = await peek(text);
  const parser = parse({
    delimiter: header.split(';').length > header.split(',').length ? ';' : ',',
    trim: true,
    info: true,
    skip_empty_lines: true,
    // Spreadsheets leave such rows at the end.
    skip_records_with_empty_values: true,
    relax_column_count: true,
    max_record_size: longestRow,
  });
  // What goes wrong, in reading too, comes out of the loop below.
  pipeline(Readable.from(all), parser, () => {});
  let names: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      if (names) yield { line: info.lines, ...cellsOf(record, names, columns) };
      else names = checkedHeader(record, columns);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFileError(error.message, { cause: error });
    throw error;
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function peek(text: AsyncIterable<string>) {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    head += next.value;
    if (head.includes('\n') || head.length > longestRow) break;
  }
  async function* all(): AsyncGenerator<string> {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { header: head.split('\n', 1)[0] ?? '', all: all() };
}

function checkedHeader(record: readonly string[], columns: CsvColumns): readonly string[] {
  const known = Object.keys(columns);
  const strange = record.filter((name, index) => !known.includes(name) || record.indexOf(name) !== index);
  const lacking = known.filter((name) => !record.includes(name));
  if (strange.length === 0 && lacking.length === 0) return record;
  throw new UnreadableFileError(
    [
      `line 1: the columns must be ${known.join(', ')}, with commas or semicolons between them`,
      ...(lacking.length > 0 ? [`lacking: ${lacking.join(', ')}`] : []),
      ...(strange.length > 0 ? [`unknown or repeated: ${strange.join(', ')}`] : []),
    ].join('; '),
  );
}

function cellsOf(
  record: readonly string[],
  names: readonly string[],
  columns: CsvColumns,
): Pick<FileRow, 'value' | 'fault'> {
  if (record.length !== names.length)
    return { value: undefined, fault: `this line has ${record.length} of ${names.length} columns` };
  const cells = names.flatMap((name, index) => {
    const cell = record[index] ?? '';
    return cell === '' ? [] : [[name, columns[name]?.(cell)]];
  });
  return { value: Object.fromEntries(cells) };
}
