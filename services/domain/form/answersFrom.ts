import type { Answers } from '../answers.ts';
import type { ClaimDetails } from '../claim.ts';
import { answerEntries } from './fieldLookup.ts';

/** A claim's details as the form's answers, in canonical form. */
export const answersFrom = (details: ClaimDetails): Answers => Object.fromEntries(answerEntries(details));
