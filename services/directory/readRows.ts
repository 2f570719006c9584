import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { type FileRow, UnreadableFileError } from './fileRow.ts';
import { type CsvColumns, readCsvRows } from './readCsvRows.ts';
import { readJsonRows } from './readJsonRows.ts';

/** What a kind's files look like. */
export interface FileForm {
  readonly columns: CsvColumns;
  /** JSON may be an object of several lists. */
  readonly sections: boolean;
}

/** The rows of a file, JSON or CSV by its name's ending, one after the other. */
export function readRows(file: string, { columns, sections }: FileForm): AsyncIterable<FileRow> {
  switch (extname(file).toLowerCase()) {
    case '.json':
      return readJsonRows(textOf(file), { sections });
    case '.csv':
      return readCsvRows(textOf(file), columns);
    default:
      throw new UnreadableFileError('The file’s name must end in .json or .csv');
  }
}

/** UTF-8 without its mark; bytes that are none would else become question marks in people's names. */
async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableFileError(
      `The file is not UTF-8 (within the first ${bytes} bytes). Save it as UTF-8`,
    );
  }
}
