import type { Names } from '../../services/domain/catalogue.ts';
import { shownEmail } from '../../services/domain/form/shownAddress.ts';
import type { Line } from '../../services/domain/line.ts';
import { nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { Reader } from './card.ts';
import type { Fact, Maybe, TextPart } from './parts.ts';
import type { Action } from './verbs.ts';

/** A group of labelled facts, with a way to change them and what is wrong with them. */
export interface Group {
  readonly heading: string;
  readonly change: Maybe<{
    readonly text: string;
    readonly title: string;
    readonly verb: string;
    readonly data: Action;
  }>;
  readonly facts: readonly Fact[];
  readonly lines: readonly TextPart[];
  readonly errors: readonly TextPart[];
}

/** A group to read. */
export const group = (heading: string, facts: readonly Fact[], lines: readonly TextPart[] = []): Group => ({
  heading,
  change: [],
  facts,
  lines,
  errors: [],
});

/** A fact whose value somebody typed; nothing when there is none. */
export function typedFact(title: string, value: string | undefined, length: number): Fact[] {
  return value ? [{ title, value: plain(shorten(value, length)) }] : [];
}

interface LineNames {
  readonly names: Names;
  readonly nameLength: number;
  /** Subscriptions that have ended (R45). */
  readonly ended?: readonly string[] | undefined;
}

/** A subscription's ID, marked if it has ended (R45). */
export function subscriptionText(id: string, ended: readonly string[] | undefined, reader: Reader): string {
  return ended?.includes(id) ? wordsFor(reader)('claim.ended', { subscription: id }) : id;
}

/** The claimed lines: products with their subscription ID (R44), or workloads. */
export function lineFacts(
  lines: readonly Line[],
  { names, nameLength, ended }: LineNames,
  reader: Reader,
): Fact[] {
  const t = wordsFor(reader);
  const short = (id: string): string => shorten(nameOf(id, names), Math.min(60, nameLength));
  const workloads = lines.flatMap((line) => (line.kind === 'workload' ? [short(line.workload)] : []));
  const products = lines.flatMap((line) =>
    line.kind === 'product'
      ? [{ title: plain(short(line.product)), value: subscriptionText(line.subscriptionId, ended, reader) }]
      : [],
  );
  const listed = workloads.map((name) => `- ${plain(name)}`).join('\n');
  return workloads.length > 0 ? [{ title: t('field.workloads'), value: listed }, ...products] : products;
}

/** A contact: name and title on one line, the e-mail address on the next. */
export function contactFact(
  label: string,
  {
    name,
    title,
    email,
  }: {
    readonly name?: string | undefined;
    readonly title?: string | undefined;
    readonly email?: string | undefined;
  },
  length: number,
): Fact[] {
  const short = (text: string | undefined): string => plain(shorten(text?.trim() ?? '', length));
  const person = [short(name), short(title)].filter((part) => part !== '').join(', ');
  const value = [person, short(email && shownEmail(email))].filter((part) => part !== '').join('\n\n');
  return value === '' ? [] : [{ title: label, value }];
}
