import type { FieldError } from './fieldError.ts';
import { plainLetters } from './paste/cleanText.ts';
import { findGuids } from './paste/findGuids.ts';

/** A checked field: its canonical value, or what is wrong with it. */
export type FieldCheck = { readonly value: string } | { readonly error: FieldError };

/**
 * A GUID such as an Entra tenant ID or a subscription ID, in braces or without hyphens, alone or in the sentence it
 * was copied with; canonical in lower case.
 */
export function checkGuid(typed: string | undefined): FieldCheck {
  if (plainLetters(typed ?? '') === '') return { error: { code: 'required' } };
  const { ids, pieces } = findGuids(typed ?? '');
  const [id] = ids;
  if (id === undefined) return { error: { code: 'notAGuid' } };
  return ids.length > 1 || pieces ? { error: { code: 'severalIds' } } : { value: id };
}
