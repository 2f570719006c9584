import type { Answers } from '../../domain/answers.ts';
import type { FormChoices } from '../../domain/form/filingOptions.ts';

/** Everything that fills in the template of a proof file: the current draft, valid or not. */
export interface TemplateView {
  readonly number: string;
  readonly version: number;
  readonly createdAt: string;
  readonly answers: Answers;
  readonly options: FormChoices;
  readonly partnerName?: string;
  /** The directory's name, only when the domain that was typed is that customer's too. */
  readonly customerName?: string;
}
