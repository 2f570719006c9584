import { shorten } from '../text/markdown.ts';

/** Characters of one answer: more than any valid answer has, and the document still fits on two pages. */
const longest = 260;

/**
 * An answer made safe for a document: on one line, only characters that XML allows, and none that change the direction
 * of the text around them.
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
