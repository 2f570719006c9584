import { type ClaimDetails, type Line, slotOf } from '../claim.ts';
import type { FieldName } from '../form/answers.ts';
import { answersFrom } from '../form/answersFrom.ts';
import { editedFields } from '../form/fieldLookup.ts';

/** One field of a claim that was edited, from what to what. */
export interface FieldChange {
  readonly field: FieldName;
  readonly from: string;
  readonly to: string;
}

/** What an edit has changed (R96). Lines that stay are none of it; a product's new subscription is added and removed. */
export interface Changes {
  readonly changes: readonly FieldChange[];
  readonly added: readonly Line[];
  readonly removed: readonly Line[];
}

/** What of a claim differs that can be edited (R89), whatever the order of its lines. */
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
  some.filter((line) => !others.some((other) => slotOf(other) === slotOf(line)));
