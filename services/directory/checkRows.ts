import type { FileRow } from './fileRow.ts';
import { entryIn, type ImportKind } from './importKinds.ts';
import type { Known } from './known.ts';

/** Problems that are told one by one; of the others, how many. */
export const toldProblems = 50;

/** What is wrong with a file: `told` by line and field, and how many there are. */
export interface Problems {
  readonly told: readonly string[];
  readonly count: number;
}

/** Reads a whole file and keeps nothing of it but what must not come again. */
export async function checkRows<T>(
  rows: AsyncIterable<FileRow>,
  kind: ImportKind<T>,
  { known, onRow }: { readonly known: Known; readonly onRow: (rows: number) => void },
): Promise<{ readonly rows: number; readonly problems: Problems }> {
  const firstLines = new Map<string, number>();
  const told: string[] = [];
  let read = 0;
  let count = 0;
  for await (const row of rows) {
    read += 1;
    for (const problem of await problemsOf(row, kind, { known, firstLines })) {
      count += 1;
      if (told.length < toldProblems) told.push(`line ${row.line}, ${problem}`);
    }
    onRow(read);
  }
  return { rows: read, problems: { told, count } };
}

interface Against {
  readonly known: Known;
  readonly firstLines: Map<string, number>;
}

async function problemsOf<T>(
  row: FileRow,
  kind: ImportKind<T>,
  { known, firstLines }: Against,
): Promise<readonly string[]> {
  const parsed = kind.schema.safeParse(entryIn(row));
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
    );
  }
  return [
    ...repetitions(kind.keysOf(parsed.data), row.line, firstLines),
    ...(await kind.strays(parsed.data, known)),
  ];
}

function repetitions(
  keys: readonly (readonly [what: string, key: string])[],
  line: number,
  firstLines: Map<string, number>,
): string[] {
  return keys.flatMap(([what, key]) => {
    // A copy: a piece of what was read would keep all of that in memory.
    const kept = Buffer.from(`${what} ${key}`).toString();
    const first = firstLines.get(kept);
    if (first === undefined) firstLines.set(kept, line);
    return first === undefined ? [] : [`${kept} stands on line ${first} already`];
  });
}
