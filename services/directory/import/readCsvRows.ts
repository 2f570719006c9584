import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type FileRow, UnreadableFileError } from './fileRow.ts';

/** How the cell of each column is read. An empty cell is left out. */
export type CsvColumns = Readonly<Record<string, (cell: string) => unknown>>;

/** A longer row means that a quotation mark is never closed. */
const longestRow = 256 * 1024;

/** The rows below a CSV file's header, their cells read as the columns say; comma or semicolon, as in the header. */
export async function* readCsvRows(
  text: AsyncIterable<string>,
  { columns, listForms }: Pick<FileFormat, 'columns' | 'listForms'>,
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
  // All errors, including those of reading, are thrown by the loop below.
  pipeline(Readable.from(all), parser, () => {});
  let names: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      if (names) yield { line: info.lines, listForms, ...cellsOf(record, names, columns) };
      else names = checkedHeader(record, columns);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFileError(csvProblem(error), { cause: error });
    throw error;
  }
}

/** The parser's error in words, by its code. It has no line if an open quotation mark swallows the rest. */
function csvProblem({ code, lines }: CsvError & { readonly lines?: number }): string {
  const place = lines === undefined ? '' : `line ${lines}: `;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return 'A quotation mark is opened and not closed; inside a cell in quotation marks, write it twice';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return `${place}a quotation mark stands inside a cell in quotation marks; write it twice there`;
    default:
      return `${place}this is not CSV`;
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

/** The format of a kind's files. */
export interface FileFormat {
  readonly columns: CsvColumns;
  /** How a cell of several values is written, by column; shown where one of the values is wrong. */
  readonly listForms: Readonly<Record<string, string>>;
  /** JSON may be an object of several lists. */
  readonly sections: boolean;
}
