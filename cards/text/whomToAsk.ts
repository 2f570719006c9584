import type { Reader } from '../kit/card.ts';
import { either } from './lists.ts';
import { plain, shorten } from './markdown.ts';
import { wordsFor } from './words.ts';

const mostNamed = 3;

/** R98: "Ana Ruiz, Ivan Petrov, Nina Berg or 2 others"; nothing where nobody is known. */
export function whomToAsk(names: readonly string[], reader: Reader): string | undefined {
  if (names.length === 0) return undefined;
  const named = names.slice(0, mostNamed).map((name) => plain(shorten(name, 100)));
  const count = names.length - named.length;
  const others = count > 0 ? [wordsFor(reader)('ask.others', { count })] : [];
  return either([...named, ...others], reader);
}

/** R98: for people who cannot submit: who can, as far as the directory knows. */
export function submitterText(submitters: readonly string[], reader: Reader): string {
  const t = wordsFor(reader);
  const names = whomToAsk(submitters, reader);
  return names ? t('draft.askSubmitters', { names }) : t('draft.askSubmitter');
}
