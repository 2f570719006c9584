import { plainLetters } from './cleanText.ts';

/** 32 digits with or without hyphens, with no letter, digit or hyphen next to them. */
const guids =
  /(?<![\p{L}\p{N}_-])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![\p{L}\p{N}_-])/giu;
/** A torn piece of another ID: eight digits and letters a–f, one of them a digit. */
const piece = /(?<![\p{L}\p{N}])(?=[a-f]{0,7}\d)[0-9a-f]{8}(?![\p{L}\p{N}])/iu;
/** Percent-encoded characters that can surround an ID in an address. */
const encoded = /%(?:20|22|26|27|2[cf89]|3[adf]|7[bd])/gi;
/** The five groups with spaces between them. */
const spaced =
  /(?<![\p{L}\p{N}_-])[0-9a-f]{8}(?:[\s-]+[0-9a-f]{4}){3}[\s-]+[0-9a-f]{12}(?![\p{L}\p{N}_-])/giu;
const joined = (id: string): string => id.replaceAll(/[\s-]+/g, '');

/** Labels by which Microsoft's pages and their addresses mark an ID among others. */
const labels = {
  tenant: /(?:tenant|directory)[\s_-]?id["']?[\s:=]*["'({]*$/i,
  subscription: /(?:subscription[\s_-]?id["']?[\s:=]*["'({]*|\/subscriptions\/)$/i,
};
/** Which of several IDs a field asks for. */
export type IdKind = keyof typeof labels;

/** The different GUIDs in a text, in lower case with hyphens, and whether the text contains a piece of another one. */
export function findGuids(typed: string): { readonly ids: readonly string[]; readonly pieces: boolean } {
  const text = plainLetters(typed).replaceAll(encoded, ' ');
  // A line that was broken inside the ID, or spaces where hyphens were.
  const source = [text, text.replaceAll(spaced, joined), text.replaceAll(/\s+/g, '')].find(
    (one) => one.search(guids) >= 0,
  );
  if (source === undefined) return { ids: [], pieces: false };
  const found = source.match(guids) ?? [];
  const pieces = found.length > 0 && piece.test(source.replaceAll(guids, ' '));
  return { ids: [...new Set(found.map(hyphenated))], pieces };
}

/** The one ID with the label of its kind; none when there is no such ID, or more than one. */
export function findLabelled(typed: string, kind: IdKind): string | undefined {
  const text = plainLetters(typed).replaceAll(encoded, (mark) => (/3d/i.test(mark) ? '=' : ' '));
  const found = [...text.matchAll(guids)]
    .filter(({ index }) => labels[kind].test(text.slice(Math.max(0, index - 40), index)))
    .map(([id]) => hyphenated(id));
  const [only, ...others] = new Set(found);
  return others.length === 0 ? only : undefined;
}

function hyphenated(id: string): string {
  const digits = id.replaceAll('-', '').toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
