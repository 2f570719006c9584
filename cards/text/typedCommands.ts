import { readClaimNumber } from '../../services/claims/claimNumber.ts';
import type { Locale } from '../card.ts';

/** What typed words ask for: the same as a button, or to stop what is under way. */
export type TypedCommand =
  | { readonly kind: 'new' | 'mine' | 'queue' | 'help' | 'cancel' }
  | { readonly kind: 'open'; readonly number: string };

type Word = Exclude<TypedCommand['kind'], 'open'>;

/** The words of each language, without spaces; English is understood in every language. */
const words: Readonly<Record<Locale, Readonly<Record<Word, readonly string[]>>>> = {
  en: {
    new: ['newclaim', 'new', 'fileaclaim', 'fileclaim', 'file', 'startclaim'],
    mine: ['myclaims', 'claim', 'myclaim', 'claims', 'mine', 'list', 'status'],
    queue: ['reviewqueue', 'queue', 'reviews'],
    help: ['help', '?', 'hi', 'hello', 'hey', 'start', 'menu'],
    cancel: ['cancel', 'stop', 'quit', 'exit'],
  },
};

/** Reads typed words, whatever their case, spacing and punctuation; undefined when they say nothing known. */
export function readTypedCommand(text: string, locale: Locale): TypedCommand | undefined {
  const compact = text.toLowerCase().replaceAll(/[\s."'!,;:/-]+/g, '');
  const known = { ...words.en, ...words[locale] };
  for (const kind of Object.keys(known) as Word[]) {
    if (known[kind].includes(compact)) return { kind };
  }
  const number = readClaimNumber(text);
  return number && text.length <= 40 ? { kind: 'open', number } : undefined;
}
