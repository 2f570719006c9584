import { limits } from '../claim.ts';
import type { Answers, FieldName } from './answers.ts';
import { findLabelled, type IdKind } from './findGuids.ts';
import { shownDomain, shownEmail } from './shownAddress.ts';
import { type Checked, checkDomain, checkEmail, checkGuid, checkName } from './textFields.ts';

/**
 * What was pasted and is understood, put right: it stands so in the input and in the draft. What is not understood, or
 * could mean two things, stays as it was typed, for its error to be shown beside it (R43).
 */
export function correctAnswers(answers: Answers): Answers {
  const entries = Object.entries(answers) as [FieldName, string][];
  return Object.fromEntries(entries.map(([field, typed]) => [field, corrected(field, typed)]));
}

function corrected(field: FieldName, typed: string): string {
  if (field === 'customerDomain') return understood(checkDomain(typed), typed, shownDomain);
  if (field === 'customerTenantId') return correctedId(typed, 'tenant');
  if (field.startsWith('subscriptionId.')) return correctedId(typed, 'subscription');
  if (field.endsWith('.email')) return understood(checkEmail(typed), typed, shownEmail);
  if (field.endsWith('.name')) return understood(checkName(withoutAddress(typed), limits.name), typed);
  return isName(field) ? understood(checkName(typed, limits.name), typed) : typed;
}

/** The only ID, or of several the one that is labelled as what the field asks for. */
const correctedId = (typed: string, kind: IdKind): string =>
  understood(checkGuid(typed), findLabelled(typed, kind) ?? typed);

/** A person's name out of `"Park, Cleo" <cleo@contoso.com>`. */
const withoutAddress = (typed: string): string =>
  typed
    .trim()
    .replace(/^"?([^"<>()@]*[^"<>()@\s])"?\s*(?:<[^<>\s]+@[^<>\s]+>|\([^()\s]+@[^()\s]+\));?$/, '$1');

const understood = (checked: Checked, typed: string, shown = (value: string): string => value): string =>
  'value' in checked ? shown(checked.value) : typed;

/** Fields of one line that a person's, a company's or the claim's name stands in. */
const isName = (field: FieldName): boolean =>
  ['claimName', 'solutionSellerName', 'customerName', 'isvSolutionName'].includes(field) ||
  field.endsWith('.name') ||
  field.endsWith('.title');
