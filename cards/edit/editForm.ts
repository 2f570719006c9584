import type { EditForm } from '../../services/claims/editing/views.ts';
import type { ClaimView, FilingView } from '../../services/claims/views.ts';
import { stepOfPart } from '../../services/domain/form/fieldLookup.ts';
import type { EditPart } from '../../services/domain/form/fields.ts';
import { lineIdOf } from '../../services/domain/line.ts';
import { checksAgain } from '../filing/checkAdvice.ts';
import { contactsStep } from '../filing/contactsStep.ts';
import { mpnField } from '../filing/customerStep.ts';
import { renderForm } from '../filing/filing.ts';
import { linesStep } from '../filing/linesStep.ts';
import { emptyContent, type StepContent } from '../filing/stepContent.ts';
import { type Button, button, lanes } from '../kit/buttons.ts';
import type { Card, Notice, Reader } from '../kit/card.ts';
import { type Amounts, fitting } from '../kit/fit.ts';
import { maybe } from '../kit/parts.ts';
import { namingCard } from '../kit/pressedCard.ts';
import { shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { editHeader, partGroup } from './editMenu.ts';

/** One part of a submitted claim in its form. */
export interface EditFormView extends ClaimView, EditForm {
  readonly part: EditPart;
  readonly notice?: Notice;
  /** A colleague has edited the claim meanwhile: the saved values are shown below what was typed. */
  readonly sideButtons?: boolean;
}

/** Characters of a product's name in a line whose subscription has ended. */
const longestEnded = 40;

/** The form of one part, with the fields and rules of filing. What is typed stays when nothing can be saved any more. */
export function editFormCard(view: EditFormView, reader: Reader): Card {
  const t = wordsFor(reader);
  const { number } = view.claim;
  const title = t(`edit.${view.part}`);
  return {
    content: fitting((amounts) => {
      const making = { view, amounts, reader };
      // Twenty products take less room in a list than one below the other.
      const compact = view.part === 'lines' && !amounts.detailsBesideForm;
      const now = partGroup(view.part, making, { compact });
      const content = renderForm({
        ...emptyContent,
        ...partContent(view, amounts, reader),
        progress: [],
        header: editHeader(view, title, { amounts, reader }),
        notice: maybe(view.notice),
        groups: view.sideButtons ? [{ ...now, heading: t('edit.now', { part: now.heading }) }] : [],
        buttons: lanes([
          view.may.includes('edit') && saveButton(view, reader),
          button(t('edit.back'), { verb: 'claim.leaveEdit', number, part: view.part }),
        ]),
      });
      return namingCard(content, { edit: number, part: view.part });
    }),
    summary: t('edit.summary', { number, title }),
  };
}

function saveButton({ claim: { number, version }, part, errors }: EditFormView, reader: Reader): Button {
  const text = wordsFor(reader)(checksAgain(errors) ? 'action.checkAgain' : 'edit.save');
  return button(text, { verb: 'claim.saveEdit', number, version, part }, 'positive');
}

function partContent(
  view: EditFormView,
  amounts: Amounts,
  reader: Reader,
): Pick<StepContent, 'fields' | 'outro'> {
  const { answers, errors, options, part } = view;
  const step: FilingView = { step: stepOfPart(part), answers, errors, options };
  if (part === 'mpnId') return { fields: [mpnField(step, reader)], outro: [] };
  const offered = { ...step, options: { ...options, lines: withEnded(view, reader) } };
  const { fields, outro } =
    part === 'contacts' ? contactsStep(step, amounts, reader) : linesStep(offered, amounts, reader);
  return { fields, outro };
}

/** R45: a line whose subscription has ended says so where it can be taken out. */
function withEnded({ claim, options, endedSubscriptions = [] }: EditFormView, reader: Reader) {
  const ended = claim.details.lines
    .filter((line) => line.kind === 'product' && endedSubscriptions.includes(line.subscriptionId))
    .map(lineIdOf);
  return options.lines.map(({ id, name }) => {
    if (!ended.includes(id)) return { id, name };
    return { id, name: wordsFor(reader)('edit.lineEnded', { line: shorten(name, longestEnded) }) };
  });
}
