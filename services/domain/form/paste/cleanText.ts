/** Control characters, direction marks, zero-width spaces, soft hyphens: invisible characters in pasted text. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
/** Joiners belong between letters of some scripts and within emoji; anywhere else they are stray. */
const strayJoiners =
  /(?<!(?=[\p{L}\p{M}\p{So}\p{Sk}])[^ -~])[\u200c\u200d]|[\u200c\u200d](?!(?=[\p{L}\p{M}\p{So}\p{Sk}])[^ -~])/gu;

/** The text without invisible characters. */
export const withoutUnseen = (text: string): string =>
  text
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .replaceAll(unseen, '')
    .replaceAll(strayJoiners, '');

/** The text without these marks at its end. A pattern would try anew at each mark inside a long text. */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** One line, such as a name: each run of white space becomes one space. */
export const oneLine = (text: string): string => withoutUnseen(text).replaceAll(/\s+/g, ' ').trim();

/** An address or an ID in plain characters: full-width letters, unusual spaces and hyphens are replaced. */
export const plainLetters = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
