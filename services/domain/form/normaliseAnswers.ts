import type { Answers } from '../answers.ts';
import { ruleOf } from './fieldLookup.ts';
import { fieldValues } from './fieldValues.ts';

/**
 * Corrects pasted values that are understood; the input and the draft then hold the corrected value. A value that is
 * not understood, or could mean two things, stays as it was typed, and its error is shown at its field (R43).
 */
export function normaliseAnswers(answers: Answers): Answers {
  const correct = (field: string, typed: string): string => {
    const rule = ruleOf(field);
    return rule ? fieldValues[rule.value].correct(typed) : typed;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([field, typed = '']) => [field, correct(field, typed)]),
  );
}
