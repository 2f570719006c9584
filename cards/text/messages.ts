import type { Reader } from '../kit/card.ts';
import { plain } from './markdown.ts';
import { type English, type Key, type PlaceholdersOf, wordsFor } from './words.ts';

/** The sentences the bot writes into a chat. */
export type MessageKey = Extract<Key, `message.${string}`> extends `message.${infer Name}` ? Name : never;

/** What a sentence needs to know: one value for each of its placeholders. */
export type MessageData<K extends MessageKey> = {
  readonly [P in PlaceholdersOf<English[`message.${K}`]>]: string | number;
};

/** A chat sentence. Values are shown as they were typed, whatever Markdown they contain. */
export function messageText<K extends MessageKey>(
  key: K,
  data: MessageData<K>,
  reader: Pick<Reader, 'locale'>,
): string {
  const shown = Object.fromEntries(
    Object.entries<string | number>(data).map(([name, value]) => [name, shownValue(name, value)]),
  );
  const say = wordsFor(reader) as (key: Key, values: Readonly<Record<string, string | number>>) => string;
  return say(`message.${key}`, shown);
}

/** A `reason` is a finished sentence of the catalogue, a `link` finished Markdown. */
const shownValue = (name: string, value: string | number): string | number =>
  typeof value === 'number' || name === 'reason' || name === 'link' ? value : plain(value);
