import type { Answers } from '../../domain/answers.ts';
import type { FieldErrors } from '../../domain/form/fieldError.ts';
import type { FormChoices } from '../../domain/form/filingOptions.ts';

/** One part of a claim as shown in a form, overlaid with what was typed. */
export interface EditForm {
  readonly answers: Answers;
  /** The errors in what was typed, if a check was requested. */
  readonly errors: FieldErrors;
  readonly options: FormChoices;
}
