import type { FilingView } from '../../services/claims/views.ts';
import type { FieldName } from '../../services/domain/answers.ts';
import type { FileList } from '../file/files.ts';
import type { HelpLink } from '../help/helpLink.ts';
import { type Button, button } from '../kit/buttons.ts';
import type { Reader } from '../kit/card.ts';
import { type Around, type Field, textField } from '../kit/fields.ts';
import type { Amounts } from '../kit/fit.ts';
import type { Group } from '../kit/groups.ts';
import type { Maybe, TextPart } from '../kit/parts.ts';
import { shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { checksAgain } from './checkAdvice.ts';

/** What a step puts between the heading and the buttons. */
export interface StepContent {
  readonly intro: readonly TextPart[];
  readonly fields: readonly Field[];
  readonly files: Maybe<FileList>;
  readonly outro: readonly TextPart[];
  /** Small print. */
  readonly notes: readonly TextPart[];
  /** A warning that blocks nothing. */
  readonly caution: readonly TextPart[];
  /** Explanations behind one press. */
  readonly help: readonly HelpLink[];
  readonly groups: readonly Group[];
  /** Buttons beside Next and Back. */
  readonly sideButtons: readonly Button[];
  /** Absent: nothing to press but Back. */
  readonly primary: Button | undefined;
}

/** A step without any content, to be filled in by its builder. */
export const emptyContent: Omit<StepContent, 'primary'> = {
  intro: [],
  fields: [],
  files: [],
  outro: [],
  notes: [],
  caution: [],
  help: [],
  groups: [],
  sideButtons: [],
};

/** A step with fields and Next. */
export function asking(view: FilingView, content: Partial<StepContent>, reader: Reader): StepContent {
  return { ...emptyContent, primary: nextButton(view, reader), ...content };
}

function nextButton({ step, draft, begun, errors }: FilingView, reader: Reader): Button {
  const target = draft ? { number: draft.number, version: draft.version } : { ...(begun ? { begun } : {}) };
  const text = wordsFor(reader)(checksAgain(errors) ? 'action.checkAgain' : 'action.next');
  return button(text, { verb: 'claim.next', step, ...target }, 'positive');
}

/** What stands in an input: as it was typed; something absurdly long is cut so that the card can be sent. */
export const typed = (view: FilingView, field: FieldName, amounts: Amounts): string =>
  shorten(view.answers[field] ?? '', amounts.echoLength);

/** How a text input of the form looks. */
export interface Asked {
  readonly label: string;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly style?: 'text' | 'email';
}

/** A text input of the form, holding what was typed and showing what is wrong with it (R43). */
export function formField(
  { view, amounts, reader }: { view: FilingView; amounts: Amounts; reader: Reader },
  field: FieldName,
  asked: Asked,
  extra: Omit<Around, 'error'> = {},
): Field {
  const input = { id: field, value: typed(view, field, amounts), ...asked };
  return textField(input, { ...extra, error: view.errors[field] }, reader);
}
