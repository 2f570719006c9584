import type { Answers } from '../answers.ts';
import type { FormFacts } from './formRules.ts';
import { type ChosenLines, chosenLines } from './subscriptionRules.ts';

/** What has been answered so far, what the form's rules know, and the chosen lines as both say they are. */
export interface FormState {
  readonly answers: Answers;
  readonly facts: FormFacts;
  readonly lines: ChosenLines;
}

/** Checks once what several rules ask. */
export const formState = (answers: Answers, facts: FormFacts): FormState => ({
  answers,
  facts,
  lines: chosenLines(answers, facts),
});
