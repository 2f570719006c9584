/** Control characters, direction marks, zero-width spaces, soft hyphens: what is pasted along and seen by nobody. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
/** Joiners belong between letters of some scripts and within emoji; beside anything else they are left over. */
const strayJoiners =
  /(?<!(?=[\p{L}\p{M}\p{So}\p{Sk}])[^ -~])[\u200c\u200d]|[\u200c\u200d](?!(?=[\p{L}\p{M}\p{So}\p{Sk}])[^ -~])/gu;

/** Without the characters that nobody sees. */
export const withoutUnseen = (text: string): string =>
  text
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .replaceAll(unseen, '')
    .replaceAll(strayJoiners, '');

/** One line, such as a name: every run of spaces, of whatever kind, is one space. */
export const oneLine = (text: string): string => withoutUnseen(text).replaceAll(/\s+/g, ' ').trim();

/** An address or an ID: full-width letters, odd spaces and hyphens as the plain ones they stand for. */
export const plainLetters = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
