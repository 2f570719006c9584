import type { Locale, Reader } from '../kit/card.ts';
import { en } from './en.ts';

/** A text with `{placeholders}`, or one for each plural form of `{count}`. */
export type Text = string | { readonly one: string; readonly other: string };

type InString<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | InString<Rest>
  : never;

/** The names of a text's placeholders. */
export type PlaceholdersOf<T> = T extends string
  ? InString<T>
  : T extends { readonly one: infer One extends string; readonly other: infer Other extends string }
    ? InString<One> | InString<Other>
    : never;

/** English leads: its keys and placeholders are those of every language. */
export type English = typeof en;
export type Key = keyof English;

type Values<K extends Key> = [PlaceholdersOf<English[K]>] extends [never]
  ? []
  : [values: { readonly [P in PlaceholdersOf<English[K]>]: string | number }];

/** Returns one text of the catalogue with its values filled in. */
export type Words = <K extends Key>(key: K, ...values: Values<K>) => string;

type SamePlaceholders<T extends Record<Key, Text>> = {
  [K in Key]: [PlaceholdersOf<T[K]>, PlaceholdersOf<English[K]>] extends [
    PlaceholdersOf<English[K]>,
    PlaceholdersOf<T[K]>,
  ]
    ? unknown
    : never;
};

/** A catalogue of another language: the same keys, and in each text the same placeholders, or it does not compile. */
export const catalogue = <const T extends Record<Key, Text>>(
  texts: T & SamePlaceholders<T>,
): Record<Key, Text> => texts;

const catalogues: Readonly<Record<Locale, Record<Key, Text>>> = { en };
const plurals: Readonly<Record<Locale, Intl.PluralRules>> = { en: new Intl.PluralRules('en') };

/** The words of the reader's language. */
export function wordsFor({ locale }: Pick<Reader, 'locale'>): Words {
  return (key, ...[values]) => {
    const text = catalogues[locale][key];
    const known: Readonly<Record<string, string | number>> = values ?? {};
    return filled(typeof text === 'string' ? text : formOf(text, Number(known.count), locale), known);
  };
}

const formOf = (forms: Exclude<Text, string>, count: number, locale: Locale): string =>
  plurals[locale].select(count) === 'one' ? forms.one : forms.other;

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
