import type { Answers } from '../answers.ts';
import { ruleOf } from './fieldLookup.ts';
import { fieldValues } from './fieldValues.ts';

/**
 * What was pasted and is understood, put right: it stands so in the input and in the draft. What is not understood, or
 * could mean two things, stays as it was typed, for its error to be shown beside it (R43).
 */
export function correctAnswers(answers: Answers): Answers {
  const correct = (field: string, typed: string): string => {
    const rule = ruleOf(field);
    return rule ? fieldValues[rule.value].correct(typed) : typed;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([field, typed = '']) => [field, correct(field, typed)]),
  );
}
