import type { Answers } from '../answers.ts';
import type { FormKnowledge } from './formRules.ts';
import { type ChosenLines, chosenLines } from './subscriptionRules.ts';

/** What has been answered so far, what the form's rules know, and the chosen lines as both say they are. */
export interface FormState {
  readonly answers: Answers;
  readonly knowledge: FormKnowledge;
  readonly lines: ChosenLines;
}

/** Checks once what several rules ask. */
export const formState = (answers: Answers, knowledge: FormKnowledge): FormState => ({
  answers,
  knowledge,
  lines: chosenLines(answers, knowledge),
});
