import type { FieldName } from '../answers.ts';
import { activities, type ClaimDetails, type CustomerContact, type SolutionArea } from '../claim.ts';
import type { Line } from '../line.ts';
import { choicesOf, type FormFacts, subscriptionChosen } from './formRules.ts';

/** Fields that have been checked, in canonical form. */
export type CheckedAnswers = Readonly<Partial<Record<FieldName, string>>>;

/** Languages in which the customer can be written to (R13). */
export const contactLanguages: readonly CustomerContact['language'][] = ['en', 'es', 'sv', 'pt-BR'];

/** Builds a claim's details. Called only when every asked field has been checked, so each value is present. */
export function detailsFrom(
  values: CheckedAnswers,
  solutionArea: SolutionArea,
  facts: FormFacts,
): ClaimDetails {
  const value = (field: FieldName): string => values[field] ?? '';
  const chosen = choicesOf(value('activities'));
  return {
    mpnId: value('mpnId'),
    customerDomain: value('customerDomain'),
    customerTenantId: value('customerTenantId'),
    solutionArea,
    activities: activities.filter((activity) => chosen.includes(activity)),
    claimName: value('claimName'),
    lines: choicesOf(value('lines')).map((id) => lineFrom(id, solutionArea, facts)),
    ...contactsFrom(values, solutionArea),
    ...(chosen.includes('RevenueAssociation')
      ? {
          revenueAssociation: {
            solutionSellerName: value('solutionSellerName'),
            customerName: value('customerName'),
            isvSolutionName: value('isvSolutionName'),
          },
        }
      : {}),
  };
}

/** The people of a claim (R13–R15); the technical contact for Business Applications only. */
export function contactsFrom(
  values: CheckedAnswers,
  solutionArea: SolutionArea,
): Pick<ClaimDetails, 'customerContact' | 'technicalContact' | 'partnerContact'> {
  const value = (field: FieldName): string => values[field] ?? '';
  const contact = (side: 'customerContact' | 'technicalContact') => ({
    name: value(`${side}.name`),
    title: value(`${side}.title`),
    email: value(`${side}.email`),
  });
  const language = contactLanguages.find((known) => known === value('customerContact.language')) ?? 'en';
  return {
    customerContact: { ...contact('customerContact'), language },
    ...(solutionArea === 'BusinessApplications' ? { technicalContact: contact('technicalContact') } : {}),
    partnerContact: { name: value('partnerContact.name'), email: value('partnerContact.email') },
  };
}

/** A chosen workload, or a chosen product with the subscription that passed its rules. */
export const lineFrom = (id: string, solutionArea: SolutionArea, facts: FormFacts): Line =>
  solutionArea === 'Microsoft365'
    ? { kind: 'workload', workload: id }
    : {
        kind: 'product',
        product: id,
        subscriptionId: subscriptionChosen(facts.subscriptions[id] ?? [], facts.typed[id])?.id ?? '',
      };
