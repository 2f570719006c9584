import { informationReasons, reviewerRejectionReasons } from '../../services/domain/claim.ts';
import { choiceField, type Field, textField } from '../kit/fields.ts';
import { forViewer } from '../kit/forViewer.ts';
import { type TextPart, texts } from '../kit/parts.ts';
import { deadline } from '../text/dates.ts';
import { shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { type CardInput, type ClaimCardView, may } from './claimCardView.ts';

/** Inputs of the card with the hints below them. */
export interface ClaimForms {
  readonly fields: readonly Field[];
  readonly hints: readonly TextPart[];
}

/**
 * What the card asks its reader to write: the answer to a request, if this reader can resubmit (R84); or a comment, on
 * its form, on the alert about the other side's comment (R84), and while it still shows a refused comment. Once the
 * partner has said or added something since the request, a button opens the answer, so that a press that follows at
 * the same place resubmits nothing (D15).
 */
export function askedText(view: ClaimCardView): CardInput['asksFor'] {
  const { brief, claim, errors, event, form, may, typed } = view;
  const refused = errors?.comment !== undefined || (typed?.comment ?? '') !== '';
  const isAnswered = claim.status === 'PartnerActionRequired' && claim.answered;
  const opens = form === 'answer' || (form === undefined && (!isAnswered || refused));
  if (opens && may.includes('resubmit')) return 'answer';
  if (brief || !may.includes('comment')) return undefined;
  const alerted = event === 'partnerComment' || event === 'reviewerComment';
  return form === 'comment' || (form === undefined && (alerted || refused)) ? 'comment' : undefined;
}

/** Whether something can be typed on the card. */
export const hasInputs = (input: CardInput): boolean => claimForms(input).fields.length > 0;

/** The inputs that the card shows now. */
export function claimForms(input: CardInput): ClaimForms {
  const { form } = input.view;
  if (form === 'requestInformation' && may(input, 'requestInformation'))
    return { fields: requestFields(input), hints: [] };
  // The confirmation keeps the inputs: what was typed can still be changed, and going back loses nothing.
  if ((form === 'reject' || form === 'confirmReject') && may(input, 'reject'))
    return { fields: rejectFields(input), hints: [] };
  if (form === 'confirmApprove' && may(input, 'approve')) return approveForm(input);
  if (input.asksFor === 'answer') return answerForm(input);
  return input.asksFor === 'comment' ? commentForm(input) : { fields: [], hints: [] };
}

function answerForm(input: CardInput): ClaimForms {
  const { view, reader } = input;
  const t = wordsFor(reader);
  const answered = view.claim.status === 'PartnerActionRequired' && view.claim.answered;
  const until = view.claim.status === 'PartnerActionRequired' ? deadline(view.claim.answerBy, reader) : '';
  return {
    fields: [
      commentInput(
        input,
        t(answered ? 'partner.answerOptional' : 'partner.answer'),
        t('partner.answerExample'),
      ),
    ],
    hints: texts(
      may(input, 'addProof') && t('claim.fileHere', { number: input.view.claim.number }),
      may(input, 'comment') && t('partner.onlyReplyHelp', { deadline: until }),
    ),
  };
}

function commentForm(input: CardInput): ClaimForms {
  const t = wordsFor(input.reader);
  const label = t(input.view.form === 'comment' ? 'partner.goOn' : 'partner.reply');
  return {
    fields: [commentInput(input, label, '')],
    hints: texts(
      t(forViewer[input.view.viewer].commentHelp),
      input.view.asksHolder && t('review.commentToHolder'),
    ),
  };
}

function commentInput({ view, amounts, reader }: CardInput, label: string, placeholder: string): Field {
  const value = shorten(view.typed?.comment ?? '', amounts.echoLength);
  const error = view.errors?.comment;
  return textField({ id: 'comment', label, placeholder, multiline: true, value }, { error }, reader);
}

/** D15: what the partner reads with the approval, if anything. */
function approveForm(input: CardInput): ClaimForms {
  const t = wordsFor(input.reader);
  const comment = commentInput(input, t('approve.comment'), t('approve.example'));
  return { fields: [comment], hints: texts(t('approve.help')) };
}

/** R80: at least one of the five reasons, and what exactly is needed. */
function requestFields(input: CardInput): Field[] {
  const { view, reader } = input;
  const t = wordsFor(reader);
  const reasons = choiceField(
    {
      id: 'reasons',
      label: t('ask.reasons'),
      multiple: true,
      value: view.typed?.reasons ?? '',
      choices: informationReasons.map((value) => ({ value, title: t(`reason.${value}`) })),
    },
    { error: view.errors?.reasons },
    reader,
  );
  return [reasons, commentInput(input, t('ask.comment'), t('ask.example'))];
}

/** R82: one of the four that a reviewer can choose, and the explanation. */
function rejectFields(input: CardInput): Field[] {
  const { view, reader } = input;
  const t = wordsFor(reader);
  const reason = choiceField(
    {
      id: 'reason',
      label: t('reject.reason'),
      value: view.typed?.reason ?? '',
      choices: reviewerRejectionReasons.map((value) => ({ value, title: t(`rejection.${value}`) })),
    },
    { error: view.errors?.reason },
    reader,
  );
  return [reason, commentInput(input, t('reject.comment'), t('reject.example'))];
}
