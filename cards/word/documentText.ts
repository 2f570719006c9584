import { shorten } from '../text/markdown.ts';

/** Characters of one answer: more than any right answer has, and still a document of two pages. */
const longest = 260;

/**
 * An answer as it can stand in a document: on one line, only characters that XML knows, and none that turn the text
 * around them.
 */
export function writable(answer: string | undefined): string {
  const visible = (answer ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Bidi_Control}\p{Noncharacter_Code_Point}\ufeff]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return shorten(visible, longest);
}
