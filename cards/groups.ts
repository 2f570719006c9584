import type { ClaimDetails, Line } from '../services/claims/claim.ts';
import type { Names } from '../services/claims/views.ts';
import type { Reader } from './card.ts';
import type { Fact, Maybe, TextPart } from './parts.ts';
import { nameOf } from './text/lists.ts';
import { plain, shorten } from './text/markdown.ts';
import { wordsFor } from './text/words.ts';
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
  readonly sets: Maybe<{ readonly facts: readonly Fact[] }>;
  readonly lines: readonly TextPart[];
  readonly errors: readonly TextPart[];
}

/** A group to read. */
export const group = (heading: string, facts: readonly Fact[], lines: readonly TextPart[] = []): Group => ({
  heading,
  change: [],
  sets: facts.length > 0 ? [{ facts }] : [],
  lines,
  errors: [],
});

/** A fact whose value somebody typed; nothing when there is none. */
export function typedFact(title: string, value: string | undefined, length: number): Fact[] {
  return value ? [{ title, value: plain(shorten(value, length)) }] : [];
}

/** The claimed lines: products with their subscription ID (R44), or workloads. */
export function lineFacts(lines: readonly Line[], names: Names, reader: Reader): Fact[] {
  const t = wordsFor(reader);
  const workloads = lines.flatMap((line) => (line.kind === 'workload' ? [nameOf(line.workload, names)] : []));
  const products = lines.flatMap((line) =>
    line.kind === 'product'
      ? [{ title: shorten(nameOf(line.product, names), 60), value: line.subscriptionId }]
      : [],
  );
  const listed = workloads.map((name) => `- ${plain(shorten(name, 60))}`).join('\n');
  return workloads.length > 0 ? [{ title: t('field.workloads'), value: listed }, ...products] : products;
}

/** One contact in a row of facts. */
export function contactFacts(
  contact: Partial<Pick<ClaimDetails['customerContact'], 'name' | 'title' | 'email'>>,
  length: number,
  reader: Reader,
): Fact[] {
  const t = wordsFor(reader);
  return [
    ...typedFact(t('field.customerContact.name'), contact.name, length),
    ...typedFact(t('field.customerContact.title'), contact.title, length),
    ...typedFact(t('field.customerContact.email'), contact.email, length),
  ];
}
