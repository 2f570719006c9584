import type { ClaimDetails } from '../claim.ts';
import { answersFrom } from '../form/answersFrom.ts';
import { editedFields } from '../form/fieldLookup.ts';
import type { Changes } from '../history.ts';
import { isSameLine, type Line } from '../line.ts';

/** The differences in the editable parts of a claim (R89). The order of its lines does not matter. */
export function changesBetween(before: ClaimDetails, after: ClaimDetails): Changes {
  const [was, is] = [answersFrom(before), answersFrom(after)];
  return {
    changes: editedFields.flatMap((field) => {
      const [from, to] = [was[field] ?? '', is[field] ?? ''];
      return from === to ? [] : [{ field, from, to }];
    }),
    added: without(after.lines, before.lines),
    removed: without(before.lines, after.lines),
  };
}

const without = (some: readonly Line[], others: readonly Line[]): Line[] =>
  some.filter((line) => !others.some((other) => isSameLine(other, line)));
