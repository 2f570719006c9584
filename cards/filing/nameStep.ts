import type { FilingView } from '../../services/claims/views.ts';
import type { Reader } from '../kit/card.ts';
import type { Amounts } from '../kit/fit.ts';
import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import { chosenActivities, enrolmentWarning } from './enrolment.ts';
import { asking, formField, type StepContent } from './stepContent.ts';

/** The claim's name; revenue association needs three more (R19, R20). */
export function nameStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const t = wordsFor(reader);
  const form = { view, amounts, reader };
  const name = formField(
    form,
    'claimName',
    { label: t('field.claimName'), placeholder: t('name.example') },
    { after: [t('name.help')] },
  );
  // R34: here the activity has just been chosen.
  const caution = texts(enrolmentWarning(view, reader));
  if (!chosenActivities(view).includes('RevenueAssociation'))
    return asking(view, { fields: [name], caution }, reader);
  const fields = [
    name,
    formField(
      form,
      'solutionSellerName',
      { label: t('field.solutionSellerName') },
      { heading: t('activity.RevenueAssociation'), before: [t('name.revenueHelp')] },
    ),
    formField(form, 'customerName', { label: t('field.customerName') }),
    formField(form, 'isvSolutionName', { label: t('field.isvSolutionName') }),
  ];
  return asking(view, { fields, caution }, reader);
}

/** Optional comments, saved with the draft (R23). */
export function commentsStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const t = wordsFor(reader);
  const comment = formField(
    { view, amounts, reader },
    'comment',
    { label: t('field.comment'), multiline: true },
    { after: [t('comments.help')] },
  );
  return asking(view, { fields: [comment] }, reader);
}
