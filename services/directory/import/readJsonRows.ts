import { Assembler } from 'stream-json/assembler.js';
import { jsonParser, type Token } from 'stream-json/parser.js';
import { type FileRow, UnreadableFileError } from './fileRow.ts';

/**
 * The entries of a JSON file: of one array, or with `sections` of the arrays in one object. Each is passed on as soon
 * as it is complete, so that only one is in memory.
 */
export async function* readJsonRows(
  text: AsyncIterable<string>,
  { sections }: { readonly sections: boolean },
): AsyncGenerator<FileRow> {
  const parse = jsonParser({ streamValues: false });
  const assembler = new Assembler();
  let line = 1;
  let begunAt = 1;
  let isBlank = true;
  for await (const piece of lineByLine(text)) {
    isBlank &&= piece.trim() === '';
    for (const token of tokensOf(parse, piece, line)) {
      if (listIn(assembler, sections)) begunAt = line;
      assembler.consume(token);
      const list = listIn(assembler, sections);
      if (list && list.entries.length > 0)
        yield { line: begunAt, section: list.section, value: list.entries.pop() };
    }
    if (piece.endsWith('\n')) line += 1;
  }
  if (isBlank) throw new UnreadableFileError('The file is empty');
  // If nothing is incomplete, the file holds something other than a list, which the check below reports.
  if (!assembler.done && assembler.current !== null)
    throw new UnreadableFileError(`line ${line}: the file ends before its last bracket`);
  if (!holdsLists(assembler.current, sections))
    throw new UnreadableFileError('Expected a list of entries in square brackets');
}

/** Pieces that end with their line, or with what was read so far: a file may be a single line. */
async function* lineByLine(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of text) yield* chunk.split(/(?<=\n)/);
}

function tokensOf(parse: ReturnType<typeof jsonParser>, piece: string, line: number): readonly Token[] {
  try {
    const tokens = parse(piece);
    // A symbol means that the piece completes no token.
    return typeof tokens === 'symbol' ? [] : tokens.values;
  } catch (error) {
    throw new UnreadableFileError(`line ${line}: this is not JSON`, { cause: error });
  }
}

/** The list that is being read, if none of its entries is incomplete. */
function listIn({ depth, current, stack }: Assembler, sections: boolean) {
  if (!Array.isArray(current)) return undefined;
  const entries: unknown[] = current;
  if (depth === 1) return { entries, section: undefined };
  const [root, section] = stack;
  // At depth 2 the stack holds the root and the key that led here.
  const named = sections && depth === 2 && !Array.isArray(root) && typeof section === 'string';
  return named ? { entries, section } : undefined;
}

const holdsLists = (root: unknown, sections: boolean): boolean =>
  Array.isArray(root) ||
  (sections && typeof root === 'object' && root !== null && Object.values(root).every(Array.isArray));
