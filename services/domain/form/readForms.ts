import {
  type InformationReason,
  informationReasons,
  type ReviewerRejectionReason,
  reviewerRejectionReasons,
} from '../claim.ts';
import { limits } from '../limits.ts';
import type { FieldErrors } from './fieldError.ts';
import { choicesOf } from './formRules.ts';
import { checkText } from './textFields.ts';

/** What was typed into a form of a claim's card, by input ID. */
export type Typed = Readonly<Record<string, string>>;

/** The result of reading a form: its value, or the errors of its fields. */
export type FormReading<T> = { readonly value: T } | { readonly errors: FieldErrors };

/** A comment: 1 to 2,000 characters. */
export function readComment(typed: Typed): FormReading<string> {
  const checked = checkText(typed.comment, limits.comment);
  return 'value' in checked ? { value: checked.value } : { errors: { comment: checked.error } };
}

/** A comment that may be left out: with an approval (D15), or with a resubmission (D3 decides whether it needs one). */
export function readOptionalComment(typed: Typed): FormReading<string | undefined> {
  return (typed.comment ?? '').trim() === '' ? { value: undefined } : readComment(typed);
}

/** A request for more information (R80): at least one of the five reasons, and a comment with the details. */
export function readRequest(typed: Typed): FormReading<{ reasons: InformationReason[]; comment: string }> {
  const chosen = choicesOf(typed.reasons);
  const reasons = informationReasons.filter((reason) => chosen.includes(reason));
  const comment = readComment(typed);
  const errors: FieldErrors = {
    ...(chosen.length === 0 ? { reasons: { code: 'required' } } : {}),
    ...(chosen.length > reasons.length ? { reasons: { code: 'notOffered' } } : {}),
    ...('errors' in comment ? comment.errors : {}),
  };
  return 'value' in comment && Object.keys(errors).length === 0
    ? { value: { reasons, comment: comment.value } }
    : { errors };
}

/** A rejection (R82): one of the four reasons a reviewer can choose, and a comment. */
export function readRejection(
  typed: Typed,
): FormReading<{ reason: ReviewerRejectionReason; comment: string }> {
  const reason = reviewerRejectionReasons.find((known) => known === typed.reason);
  const comment = readComment(typed);
  const wrong = typed.reason ? 'notOffered' : 'required';
  const errors: FieldErrors = {
    ...(reason ? {} : { reason: { code: wrong } }),
    ...('errors' in comment ? comment.errors : {}),
  };
  return reason && 'value' in comment ? { value: { reason, comment: comment.value } } : { errors };
}
