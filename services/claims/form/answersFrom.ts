import type { ClaimDetails, Line } from '../claim.ts';
import type { Answers, FieldName } from './answers.ts';
import { subscriptionField } from './formRules.ts';

/** What a line is chosen by in the form: its workload or product, each once in a claim. */
export const lineIdOf = (line: Line): string => (line.kind === 'workload' ? line.workload : line.product);

/** A claim's details as the form's answers, in canonical form. */
export function answersFrom(details: ClaimDetails): Answers {
  const { customerContact, technicalContact, partnerContact, revenueAssociation, lines } = details;
  const subscriptions = lines.flatMap((line): [FieldName, string][] =>
    line.kind === 'product' ? [[subscriptionField(line.product), line.subscriptionId]] : [],
  );
  return {
    mpnId: details.mpnId,
    customerDomain: details.customerDomain,
    customerTenantId: details.customerTenantId,
    solutionArea: details.solutionArea,
    activities: details.activities.join(','),
    claimName: details.claimName,
    ...revenueAssociation,
    lines: lines.map(lineIdOf).join(','),
    ...Object.fromEntries(subscriptions),
    'customerContact.name': customerContact.name,
    'customerContact.title': customerContact.title,
    'customerContact.email': customerContact.email,
    'customerContact.language': customerContact.language,
    ...(technicalContact
      ? {
          'technicalContact.name': technicalContact.name,
          'technicalContact.title': technicalContact.title,
          'technicalContact.email': technicalContact.email,
        }
      : {}),
    'partnerContact.name': partnerContact.name,
    'partnerContact.email': partnerContact.email,
  };
}
