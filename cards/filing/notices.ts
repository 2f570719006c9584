import { choicesOf } from '../../services/claims/formRules.ts';
import type { FilingView } from '../../services/claims/views.ts';
import type { Notice, Reader } from '../card.ts';
import { messageText } from '../text/messages.ts';
import { wordsFor } from '../text/words.ts';
import { countCorrectable } from './checkAdvice.ts';
import { chosenArea } from './enrolment.ts';

/** What stands above a step: why it is asked again, what happened, or that something below is to be corrected. */
export function stepNotices(view: FilingView & { readonly notice?: Notice }, reader: Reader): Notice[] {
  const told = [areaChanged(view, reader), view.notice].filter((notice) => notice !== undefined);
  if (told.length > 0) return told;
  const count = countCorrectable(view.errors);
  // The review lists what is missing.
  if (count === 0 || view.step === 'review') return [];
  return [{ tone: 'attention', text: messageText('correctFields', { count }, reader) }];
}

/** Only lines of the other area are chosen: the area was changed after them. */
function areaChanged(view: FilingView, reader: Reader): Notice | undefined {
  const area = chosenArea(view);
  const chosen = choicesOf(view.answers.lines);
  const { lines } = view.options;
  if (view.step !== 'lines' || !area || chosen.length === 0 || lines.length === 0) return undefined;
  if (lines.some(({ id }) => chosen.includes(id))) return undefined;
  return { tone: 'warning', text: wordsFor(reader)(`lines.areaChanged${area}`) };
}
