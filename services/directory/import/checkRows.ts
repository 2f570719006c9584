import type { z } from 'zod/v4';
import { fieldProblem } from './fieldProblem.ts';
import type { FileRow } from './fileRow.ts';
import type { ImportedData } from './importedData.ts';
import { entryIn, type ImportKind, type ReferenceProblem } from './importKinds.ts';
import { inGroups } from './inGroups.ts';

/** How many problems are listed one by one; the others are only counted. */
export const listedProblems = 50;
/** How many rows have their references looked up at the same time. */
const askedAtOnce = 50;

/** What is wrong with a file: the listed problems, by line and field, and the number of all problems. */
export interface Problems {
  readonly listed: readonly string[];
  readonly count: number;
}

/** One problem, and its line; some problems hold only under a condition. */
interface Found {
  readonly line: number;
  readonly reference: ReferenceProblem;
}

/** Checks a whole file. Of its contents, only the keys that must be unique stay in memory. */
export async function checkRows<T>(
  rows: AsyncIterable<FileRow>,
  kind: ImportKind<T>,
  { known, onRow }: { readonly known: ImportedData; readonly onRow: (rows: number) => void },
): Promise<{ readonly rows: number; readonly problems: Problems }> {
  const firstLines = new Map<string, number>();
  const problems = collectProblems();
  let read = 0;
  for await (const group of inGroups(rows, askedAtOnce)) {
    // Each row compares its keys before it waits for anything, so that keys are compared in the file's order.
    const asked = group.map((row) => referenceProblemsOf(row, kind, { known, firstLines }));
    for (const [index, found] of (await Promise.all(asked)).entries()) {
      for (const reference of found) problems.add({ line: group[index]?.line ?? 0, reference });
      read += 1;
      onRow(read);
    }
  }
  return { rows: read, problems: problems.all(firstLines) };
}

/**
 * Collects the first problems in the file's order. Those that depend on the rest of the file are decided at its end.
 */
function collectProblems() {
  const named: Found[] = [];
  const pending: Found[] = [];
  let count = 0;
  return {
    add(found: Found): void {
      if (typeof found.reference !== 'string') {
        pending.push(found);
        return;
      }
      count += 1;
      if (named.length < listedProblems) named.push(found);
    },
    all(listed: { has(key: string): boolean }): Problems {
      const stand = pending.filter(
        ({ reference }) => typeof reference !== 'string' && !listed.has(reference.unlessListed),
      );
      const first = [...named, ...stand].sort((one, other) => one.line - other.line).slice(0, listedProblems);
      return { listed: first.map(textOf), count: count + stand.length };
    },
  };
}

const textOf = ({ line, reference }: Found): string =>
  `line ${line}, ${typeof reference === 'string' ? reference : reference.problem}`;

interface Against {
  readonly known: ImportedData;
  readonly firstLines: Map<string, number>;
}

async function referenceProblemsOf<T>(
  row: FileRow,
  kind: ImportKind<T>,
  { known, firstLines }: Against,
): Promise<readonly ReferenceProblem[]> {
  if (row.fault !== undefined) return [row.fault];
  const parsed = kind.schema.safeParse(entryIn(row), { error: fieldProblem });
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => textOfIssue(issue, row));
  }
  return [
    ...repetitions(kind.keysOf(parsed.data), row.line, firstLines),
    ...(await kind.referenceProblems(parsed.data, known)),
  ];
}

/** In CSV, a wrong value in a list often means a wrong separator. */
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
    // A copy, because a substring would keep the whole text that was read in memory.
    const kept = Buffer.from(`${what} ${key}`).toString();
    const first = firstLines.get(kept);
    if (first === undefined) firstLines.set(kept, line);
    return first === undefined ? [] : [`${kept} stands on line ${first} already`];
  });
}
