import assert from 'node:assert/strict';
import { claimCard } from '../../cards/claim/claim.ts';
import { filingCard } from '../../cards/filing/filing.ts';
import { asReviewer, submitted } from '../../cards/gallery/sampleClaims.ts';
import { dynamicsDetails, revenueDetails } from '../../cards/gallery/sampleDetails.ts';
import { atDynamicsStep } from '../../cards/gallery/sampleFiling.ts';
import { sampleReader as reader } from '../../cards/gallery/sampleReader.ts';
import type { Answers } from '../../services/domain/answers.ts';
import type { ClaimDetails } from '../../services/domain/claim.ts';
import { fields } from '../../services/domain/form/fields.ts';

/** Fields with free text, shown on cards as typed. Choices are shown by their names. */
const ownWords = ['mpnId', 'domain', 'tenantId', 'claimName', 'name', 'personName', 'email'];

/** Every field of that kind that the details have, each with a value that nothing else on the card says. */
const typedIn = (details: ClaimDetails) =>
  Object.entries(fields).flatMap(([field, rule]) => {
    if ('key' in rule || !ownWords.includes(rule.value) || !rule.inDetails(details)) return [];
    return [[field, `Z${field.replaceAll('.', '')}Z`] as const];
  });

/** The details with each of these values in its place, found by what stands there now. */
function marked(details: ClaimDetails): ClaimDetails {
  const values = new Map<unknown, string>(typedIn(details).map(([field, value]) => [field, value]));
  const at = (path: string, value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          at(path === '' || path === 'revenueAssociation' ? key : `${path}.${key}`, inner),
        ]),
      );
    return values.get(path) ?? value;
  };
  return at('', details) as ClaimDetails;
}

/** A domain is shown in lower case. */
const says = (text: string, value: string) => text.toLowerCase().includes(value.toLowerCase());

describe('When a field of the form is filled in', () => {
  for (const [what, details] of [
    ['a claim for Dynamics 365', dynamicsDetails],
    ['a revenue association (R19)', revenueDetails],
  ] as const) {
    const text = JSON.stringify(
      claimCard(asReviewer({ ...submitted, details: marked(details) }), reader).content,
    );
    for (const [field, value] of typedIn(details))
      it(`reviewers read it on ${what}: ${field}`, () => assert(says(text, value), value));
  }

  const typed: Answers = Object.fromEntries(typedIn(revenueDetails).map(([field, value]) => [field, value]));
  const review = atDynamicsStep('review', {}, { ...typed, activities: 'RevenueAssociation' });
  const shown = JSON.stringify(filingCard(review, reader).content);
  // An MPN ID is chosen: the card names the location.
  for (const [field, value] of typedIn(revenueDetails))
    if (field !== 'mpnId')
      it(`the review before submit shows it: ${field}`, () => assert(says(shown, value), value));
});
