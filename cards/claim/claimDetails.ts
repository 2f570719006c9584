import type { ClaimDetails } from '../../services/claims/claim.ts';
import { contactFacts, type Group, group, lineFacts, typedFact } from '../groups.ts';
import type { Fact, Maybe } from '../parts.ts';
import { clientDateTime } from '../text/dates.ts';
import { activitiesText } from '../text/lists.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';

/** Every field of the claim, behind a switch. */
export interface Details {
  readonly toggle: string;
  readonly open: boolean;
  readonly groups: readonly Group[];
}

/** All that the partner stated. Reviewers see it at once: they check it; partners know it and press for it. */
export function claimDetails(making: Making): Maybe<Details> {
  const { view, reader } = making;
  if (view.form?.startsWith('confirm')) return [];
  const t = wordsFor(reader);
  const { details } = view.claim;
  const groups = [
    group(t('group.customer'), customerFacts(making)),
    group(t('group.activity'), activityFacts(details, making)),
    group(t('group.lines'), lineFacts(details.lines, view.names, reader)),
    group(t('contact.customer'), customerContactFacts(making)),
    ...contactGroups(making),
    group(t('claim.submittedAt'), [
      ...typedFact(t('claim.filedBy'), view.claim.filedBy.name, 100),
      { title: t('claim.submittedAt'), value: clientDateTime(view.claim.submittedAt) },
    ]),
  ];
  const open = view.viewer === 'reviewer' && view.form === undefined;
  return [{ toggle: t('action.details'), open, groups }];
}

function customerFacts({ view, amounts, reader }: Making): Fact[] {
  const t = wordsFor(reader);
  const { claim, customerName, locationName, partnerName, viewer } = view;
  const { customerDomain, customerTenantId, mpnId } = claim.details;
  const mpn = locationName ? t('claim.location', { mpnId, name: locationName }) : mpnId;
  return [
    ...typedFact(t('field.customerName'), customerName, amounts.nameLength),
    ...typedFact(t('field.customerDomain'), customerDomain, amounts.nameLength),
    { title: t('field.customerTenantId'), value: customerTenantId },
    ...(viewer === 'reviewer' ? typedFact(t('claim.partner'), partnerName, amounts.nameLength) : []),
    ...typedFact(t('field.mpnId'), mpn, amounts.nameLength),
  ];
}

function activityFacts(details: ClaimDetails, { amounts, reader }: Making): Fact[] {
  const t = wordsFor(reader);
  const { revenueAssociation: names } = details;
  return [
    { title: t('field.solutionArea'), value: t(`area.${details.solutionArea}`) },
    { title: t('field.activities'), value: activitiesText(details.activities, reader) },
    ...typedFact(t('field.solutionSellerName'), names?.solutionSellerName, amounts.nameLength),
    ...typedFact(t('field.customerName'), names?.customerName, amounts.nameLength),
    ...typedFact(t('field.isvSolutionName'), names?.isvSolutionName, amounts.nameLength),
  ];
}

function customerContactFacts({ view, amounts, reader }: Making): Fact[] {
  const t = wordsFor(reader);
  const { customerContact } = view.claim.details;
  return [
    ...contactFacts(customerContact, amounts.nameLength, reader),
    { title: t('field.customerContact.language'), value: t(`language.${customerContact.language}`) },
  ];
}

function contactGroups({ view, amounts, reader }: Making): Group[] {
  const t = wordsFor(reader);
  const { partnerContact, technicalContact } = view.claim.details;
  const own = t(view.viewer === 'partner' ? 'contact.partner' : 'contact.partnerSide');
  return [
    ...(technicalContact
      ? [group(t('contact.technical'), contactFacts(technicalContact, amounts.nameLength, reader))]
      : []),
    group(own, contactFacts(partnerContact, amounts.nameLength, reader)),
  ];
}
