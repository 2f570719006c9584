import { readClaimNumber } from '../../services/domain/claimNumber.ts';
import type { Locale } from '../kit/card.ts';
import { isOneSlip } from './oneSlip.ts';

/** What typed words ask for: the same as a button, to stop the form, or just a friendly answer. */
export type TypedCommand =
  | { readonly kind: 'new' | 'mine' | 'queue' | 'help' | 'cancel' | 'thanks' }
  | { readonly kind: 'open'; readonly number: string };

type Word = Exclude<TypedCommand['kind'], 'open'>;

/** The words of each language; English is understood in every language. */
const words: Readonly<Record<Locale, Readonly<Record<Word, readonly string[]>>>> = {
  en: {
    new: [
      ...['new claim', 'new claims', 'new', 'file a claim', 'file claim', 'file', 'start claim'],
      ...['start a claim', 'start a new claim', 'create a claim'],
    ],
    mine: ['my claims', 'claim', 'my claim', 'claims', 'mine', 'list', 'status'],
    queue: ['review queue', 'queue', 'reviews'],
    help: [
      ...['help', '?', 'hi', 'hello', 'hey', 'start', 'menu', 'help me', 'help me please', 'please help'],
      ...['please help me', 'can you help', 'can you help me', 'can you help me please', 'i need help'],
      ...['what can you do', 'what can you do for me', 'what can i do', 'what can i do here'],
      ...['what can i type', 'how does this work'],
    ],
    cancel: ['cancel', 'stop', 'quit', 'exit'],
    thanks: [
      ...['thanks', 'thank you', 'thx', 'many thanks', 'thanks a lot', 'thank you very much'],
      ...['thank you so much', 'ok thanks', 'ok thank you', 'great thanks', 'perfect thanks'],
    ],
  },
};

/** Single words in which a slip is safe to correct; words like `clam` or `filed` may mean something else. */
const unmistakable: Readonly<Record<Locale, readonly string[]>> = {
  en: ['cancel', 'queue', 'status', 'thanks'],
};

/** Reads typed words, whatever their case, spacing and punctuation; undefined when they say nothing known. */
export function readTypedCommand(text: string, locale: Locale): TypedCommand | undefined {
  const typed = text.toLowerCase().replaceAll(/[\s."'!,;:/-]+/g, '');
  const asks = /.\?$/.test(typed);
  const letters = asks ? typed.slice(0, -1) : typed;
  const known = commandsOf(locale).filter(({ kind }) => !asks || shows(kind));
  const said = known.find((one) => one.letters === letters)?.kind;
  if (said) return { kind: said };
  const number = readClaimNumber(text);
  if (number && text.length <= 40) return { kind: 'open', number };
  // A slip is read only where it can mean one command.
  const near = new Set(
    known.filter((one) => one.forgiving && isOneSlip(one.letters, letters)).map((one) => one.kind),
  );
  const [meant] = near;
  return meant && near.size === 1 ? { kind: meant } : undefined;
}

/** Commands that only show something may end in a question mark; “cancel?” is a question, not a command. */
const shows = (kind: Word): boolean => kind === 'mine' || kind === 'queue' || kind === 'help';

function commandsOf(locale: Locale) {
  const known = { ...words.en, ...words[locale] };
  const single = [...unmistakable.en, ...unmistakable[locale]];
  return (Object.keys(known) as Word[]).flatMap((kind) =>
    known[kind].map((word) => ({
      kind,
      letters: word.replaceAll(' ', ''),
      forgiving: (word.includes(' ') && word.length > 5) || single.includes(word),
    })),
  );
}
