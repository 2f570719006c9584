import type { FieldError } from '../services/claims/answers.ts';
import type { ClaimStatus } from '../services/claims/claim.ts';
import type { Reader } from './card.ts';
import { fieldErrorText } from './text/refusal.ts';
import { wordsFor } from './text/words.ts';
import type { Action } from './verbs.ts';

/** Data for the shared fragments of templates. A part that may be absent is a list of none or one. */
export type Maybe<T> = readonly T[];

/** None or one, for a binding `$data`. */
export const maybe = <T>(value: T | undefined | false | ''): Maybe<T> =>
  value === undefined || value === false || value === '' ? [] : [value as T];

/** A line of text, for bindings that repeat or leave it out. */
export interface TextPart {
  readonly text: string;
}

/** Texts, each its own block. */
export const texts = (...lines: readonly (string | undefined | false)[]): readonly TextPart[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '').map((text) => ({ text }));

type Style = 'default' | 'positive' | 'destructive';

/** A button: its data is the action, once for `Action.Execute` and once for the fallback. */
export interface Button {
  readonly title: string;
  readonly verb: Action['verb'];
  readonly data: Action & Readonly<Record<string, unknown>>;
  readonly style: Style;
}

/** What a press sends along beside the action's own data. */
export function button(
  title: string,
  data: Action & Readonly<Record<string, unknown>>,
  style: Style = 'default',
): Button {
  return { title, verb: data.verb, data, style };
}

/** Buttons side by side. */
export interface Row {
  readonly buttons: readonly Button[];
}

/** Pixels that a phone leaves for buttons, and what a button takes beside its letters: longer rows are cut off. */
const phone = { width: 288, letter: 7.4, frame: 34 };

/** The buttons in as many rows as a phone needs; none when there are no buttons. */
export function rows(buttons: readonly (Button | undefined | false)[]): readonly Row[] {
  const present = buttons.filter((item): item is Button => typeof item === 'object');
  const packed: Button[][] = [];
  let free = 0;
  for (const item of present) {
    const width = item.title.length * phone.letter + phone.frame;
    const last = packed.at(-1);
    if (last && width <= free) last.push(item);
    else {
      packed.push([item]);
      free = phone.width;
    }
    free -= width;
  }
  return packed.map((fitting) => ({ buttons: fitting }));
}

/** A coloured word. */
export interface Badge {
  readonly text: string;
  readonly color: 'default' | 'accent' | 'good' | 'warning' | 'attention';
}

const badgeColors: Readonly<Record<ClaimStatus, Badge['color']>> = {
  Editing: 'default',
  Submitted: 'accent',
  UnderReview: 'accent',
  PartnerActionRequired: 'warning',
  Approved: 'good',
  Rejected: 'attention',
};

/** The status as a word in its colour. */
export function statusBadge(status: ClaimStatus, reader: Reader): Badge {
  return {
    text: wordsFor(reader)(`status.${status}`),
    color: badgeColors[status],
  };
}

/** The top of every card. */
export interface Header {
  readonly eyebrow: string;
  readonly badge: Maybe<Badge>;
  readonly title: string;
  readonly subtitle: Maybe<TextPart>;
}

/** An input with what stands above and below it; exactly one of `text` and `choice` has an entry. */
export interface Field {
  readonly heading: Maybe<TextPart>;
  readonly before: readonly TextPart[];
  readonly text: Maybe<TextInput>;
  readonly choice: Maybe<ChoiceInput>;
  readonly error: Maybe<TextPart>;
  /** A warning that blocks nothing. */
  readonly caution: readonly TextPart[];
  readonly after: readonly TextPart[];
}

interface TextInput {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly multiline: boolean;
  readonly style: 'text' | 'email';
}

interface ChoiceInput {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly multiple: boolean;
  readonly style: 'compact' | 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** What surrounds an input. */
export interface Around {
  readonly heading?: string;
  readonly before?: readonly (string | undefined | false)[];
  readonly after?: readonly (string | undefined | false)[];
  readonly caution?: readonly (string | undefined | false)[];
  readonly error?: FieldError | undefined;
}

const around = ({ heading, before = [], after = [], caution = [], error }: Around, reader: Reader) => ({
  heading: texts(heading),
  before: texts(...before),
  error: error ? texts(fieldErrorText(error, reader)) : [],
  after: texts(...after),
  caution: texts(...caution),
});

/** A text input with its error right under it. */
export function textField(
  input: Partial<TextInput> & { id: string; label: string },
  extra: Around,
  reader: Reader,
): Field {
  const full: TextInput = { placeholder: '', value: '', multiline: false, style: 'text', ...input };
  return { ...around(extra, reader), text: [full], choice: [] };
}

/** A choice with its error right under it. */
export function choiceField(
  input: Partial<ChoiceInput> & Pick<ChoiceInput, 'id' | 'label' | 'choices'>,
  extra: Around,
  reader: Reader,
): Field {
  const full: ChoiceInput = { placeholder: '', value: '', multiple: false, style: 'expanded', ...input };
  const nothingChosen = extra.error?.code === 'required';
  const error = nothingChosen ? texts(wordsFor(reader)('error.requiredChoice')) : around(extra, reader).error;
  return { ...around(extra, reader), error, text: [], choice: [full] };
}

/** A label with what stands for it. */
export interface Fact {
  readonly title: string;
  readonly value: string;
}
