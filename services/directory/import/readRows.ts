import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { type FileRow, UnreadableFileError } from './fileRow.ts';
import { type FileFormat, readCsvRows } from './readCsvRows.ts';
import { readJsonRows } from './readJsonRows.ts';

/** The rows of a file one by one; the name's ending decides between JSON and CSV. */
export function readRows(file: string, { columns, listForms, sections }: FileFormat): AsyncIterable<FileRow> {
  switch (extname(file).toLowerCase()) {
    case '.json':
      return readJsonRows(textOf(file), { sections });
    case '.csv':
      return readCsvRows(textOf(file), { columns, listForms });
    default:
      throw new UnreadableFileError('The file’s name must end in .json or .csv');
  }
}

/** Why the file cannot be read, for the errors that a wrong path causes. */
function unopened(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'this is a folder, not a file';
    case 'EACCES':
      return 'this file may not be read';
    default:
      return undefined;
  }
}

/** The text without byte order mark. Invalid UTF-8 is refused: it would become question marks in people's names. */
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
    const cannotOpen = unopened(error);
    if (cannotOpen) throw new UnreadableFileError(`${file}: ${cannotOpen}`, { cause: error });
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableFileError(
      `The file is not UTF-8 (within the first ${bytes} bytes). Save it as UTF-8`,
    );
  }
}
