import type { Answers } from '../../domain/answers.ts';
import type { FieldErrors } from '../../domain/form/fieldError.ts';
import type { FilingOptions } from '../../domain/form/filingOptions.ts';

/** One part of a claim as it stands in a form, with what was typed over it. */
export interface EditForm {
  readonly answers: Answers;
  /** What is wrong with what was typed, where it was asked to be checked. */
  readonly errors: FieldErrors;
  readonly options: FilingOptions;
}
