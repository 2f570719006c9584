import type { FilingView } from '../../services/claims/views.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { Reader } from '../kit/card.ts';
import type { Amounts } from '../kit/fit.ts';
import { activityStep } from './activityStep.ts';
import { contactsStep } from './contactsStep.ts';
import { customerStep } from './customerStep.ts';
import { linesStep } from './linesStep.ts';
import { commentsStep, nameStep } from './nameStep.ts';
import { proofStep } from './proofStep.ts';
import { reviewStep } from './reviewStep.ts';
import type { StepContent } from './stepContent.ts';

/** The content of the step that the view stands at. */
export function stepContent(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  switch (view.step) {
    case 'customer':
      return customerStep(view, amounts, reader);
    case 'activity':
      return activityStep(view, amounts, reader);
    case 'name':
      return nameStep(view, amounts, reader);
    case 'lines':
      return linesStep(view, amounts, reader);
    case 'contacts':
      return contactsStep(view, amounts, reader);
    case 'proof':
      return proofStep(view, amounts, reader);
    case 'comments':
      return commentsStep(view, amounts, reader);
    case 'review':
      return reviewStep(view, amounts, reader);
    default:
      return assertNever(view.step);
  }
}
