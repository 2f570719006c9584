import type { FilingView } from '../../services/claims/views.ts';
import type { Answers, FieldName } from '../../services/domain/answers.ts';
import { ruleOf } from '../../services/domain/form/fieldLookup.ts';
import { fieldValues } from '../../services/domain/form/fieldValues.ts';
import { choicesOf } from '../../services/domain/form/formRules.ts';
import type { Notice, Reader } from '../kit/card.ts';
import { plain, shorten } from '../text/markdown.ts';
import { messageText } from '../text/messages.ts';
import { wordsFor } from '../text/words.ts';
import { countCorrectable } from './checkAdvice.ts';
import { chosenArea } from './enrolment.ts';
import { fieldTitle } from './fieldTitle.ts';

const mostShown = 8;

/** What stands above a step: why it is asked again, what happened, or that something below is to be corrected. */
export function stepNotices(view: FilingView & { readonly notice?: Notice }, reader: Reader): Notice[] {
  const told = [areaChanged(view, reader), view.notice, savedMeanwhile(view, reader)].filter(
    (notice) => notice !== undefined,
  );
  if (told.length > 0) return told;
  const count = countCorrectable(view.errors);
  // The review lists what is missing.
  if (count === 0 || view.step === 'review') return [];
  return [{ tone: 'attention', text: messageText('correctFields', { count }, reader) }];
}

/** Lines have been chosen for the other area only: the area was changed after them. */
function areaChanged(view: FilingView, reader: Reader): Notice | undefined {
  const area = chosenArea(view);
  const isEmpty = choicesOf(view.answers.lines).length === 0;
  if (view.step !== 'lines' || !area || !isEmpty || !view.draft?.aside?.lines) return undefined;
  if (view.options.lines.length === 0) return undefined;
  return { tone: 'warning', text: wordsFor(reader)(`lines.areaChanged${area}`) };
}

/** What was saved elsewhere while this card was being filled in; continuing replaces it with what is in the fields. */
function savedMeanwhile({ draft, answers, options }: FilingView, reader: Reader): Notice | undefined {
  const saved: Answers = draft?.answers ?? answers;
  const differing = (Object.keys(answers) as FieldName[]).filter(
    (field) => (saved[field] ?? '') !== '' && saved[field] !== answers[field],
  );
  if (differing.length === 0) return undefined;
  const shown = differing.slice(0, mostShown).map((field) => {
    const title = fieldTitle(field, options.names, reader);
    // A choice from a list is saved as an ID, which means nothing to a person.
    return fieldValues[ruleOf(field).value].input !== 'text'
      ? `- ${title}`
      : `- ${wordsFor(reader)('filing.savedField', { field: title, value: plain(shorten(saved[field] ?? '', 200)) })}`;
  });
  return {
    tone: 'warning',
    text: [wordsFor(reader)('filing.savedMeanwhile'), shown.join('\n')].join('\n\n'),
  };
}
