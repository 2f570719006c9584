import type { z } from 'zod/v4';
import { fieldProblem } from './fieldProblem.ts';
import type { FileRow } from './fileRow.ts';
import { entryIn, type ImportKind, type Stray } from './importKinds.ts';
import { inGroups } from './inGroups.ts';
import type { Known } from './known.ts';

/** Problems that are told one by one; of the others, how many. */
export const toldProblems = 50;
/** Rows whose references are looked up side by side. */
const askedAtOnce = 50;

/** What is wrong with a file: `told` by line and field, and how many there are. */
export interface Problems {
  readonly told: readonly string[];
  readonly count: number;
}

/** One thing that is wrong, where, and when not. */
interface Found {
  readonly line: number;
  readonly stray: Stray;
}

/** Reads a whole file and keeps nothing of it but what must not come again. */
export async function checkRows<T>(
  rows: AsyncIterable<FileRow>,
  kind: ImportKind<T>,
  { known, onRow }: { readonly known: Known; readonly onRow: (rows: number) => void },
): Promise<{ readonly rows: number; readonly problems: Problems }> {
  const firstLines = new Map<string, number>();
  const problems = collectProblems();
  let read = 0;
  for await (const group of inGroups(rows, askedAtOnce)) {
    // Each compares its keys before it waits for anything, so that they are compared in the file's order.
    const asked = group.map((row) => straysOf(row, kind, { known, firstLines }));
    for (const [index, strays] of (await Promise.all(asked)).entries()) {
      for (const stray of strays) problems.add({ line: group[index]?.line ?? 0, stray });
      read += 1;
      onRow(read);
    }
  }
  return { rows: read, problems: problems.all(firstLines) };
}

/** The first problems in the file's order; those that depend on the rest of the file are judged at its end. */
function collectProblems() {
  const told: Found[] = [];
  const pending: Found[] = [];
  let count = 0;
  return {
    add(found: Found): void {
      if (typeof found.stray !== 'string') {
        pending.push(found);
        return;
      }
      count += 1;
      if (told.length < toldProblems) told.push(found);
    },
    all(listed: { has(key: string): boolean }): Problems {
      const stand = pending.filter(
        ({ stray }) => typeof stray !== 'string' && !listed.has(stray.unlessListed),
      );
      const first = [...told, ...stand].sort((one, other) => one.line - other.line).slice(0, toldProblems);
      return { told: first.map(textOf), count: count + stand.length };
    },
  };
}

const textOf = ({ line, stray }: Found): string =>
  `line ${line}, ${typeof stray === 'string' ? stray : stray.problem}`;

interface Against {
  readonly known: Known;
  readonly firstLines: Map<string, number>;
}

async function straysOf<T>(
  row: FileRow,
  kind: ImportKind<T>,
  { known, firstLines }: Against,
): Promise<readonly Stray[]> {
  if (row.fault !== undefined) return [row.fault];
  const parsed = kind.schema.safeParse(entryIn(row), { error: fieldProblem });
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => textOfIssue(issue, row));
  }
  return [
    ...repetitions(kind.keysOf(parsed.data), row.line, firstLines),
    ...(await kind.strays(parsed.data, known)),
  ];
}

/** In CSV a wrong value among several is often a wrong sign between them. */
function textOfIssue({ path, message }: z.core.$ZodIssue, { listForms }: FileRow): string {
  if (path.length === 0) return message;
  const form = path.length > 1 ? listForms?.[String(path[0])] : undefined;
  return `${path.map(String).join('.')}: ${message}${form === undefined ? '' : `; ${form}`}`;
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
