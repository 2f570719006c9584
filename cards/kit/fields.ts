import type { FieldError } from '../../services/domain/form/fieldError.ts';
import { type HelpLink, helpLink } from '../help/helpLink.ts';
import type { HelpTopic } from '../help/helpTopics.ts';
import { fieldErrorText } from '../text/fieldError.ts';
import { wordsFor } from '../text/words.ts';
import type { Reader } from './card.ts';
import { type Maybe, type TextPart, texts } from './parts.ts';

/** An input with what stands above and below it; `text` or `choice` has the one input. */
export interface Field {
  readonly heading: Maybe<TextPart>;
  readonly before: readonly TextPart[];
  readonly text: Maybe<TextInput>;
  readonly choice: Maybe<ChoiceInput>;
  readonly error: Maybe<TextPart>;
  /** A warning that blocks nothing. */
  readonly caution: readonly TextPart[];
  readonly after: readonly TextPart[];
  /** The long explanation, behind one press. */
  readonly help: readonly HelpLink[];
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
  readonly help?: HelpTopic;
}

const around = ({ heading, before = [], after = [], caution = [], error, help }: Around, reader: Reader) => ({
  heading: texts(heading),
  before: texts(...before),
  error: error ? texts(fieldErrorText(error, reader)) : [],
  after: texts(...after),
  caution: texts(...caution),
  help: help ? [helpLink(help, reader, { below: true })] : [],
});

/** A field without an input: what is known instead of asked, with what is wrong with it. */
export const knownField = (extra: Around, reader: Reader): Field => ({
  ...around(extra, reader),
  text: [],
  choice: [],
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
  // Clients refuse an input without choices; the text before it says why there are none.
  return { ...around(extra, reader), error, text: [], choice: full.choices.length > 0 ? [full] : [] };
}
