import type { ClaimDetails } from '../../services/domain/claim.ts';
import { shownDomain } from '../../services/domain/form/shownAddress.ts';
import { forViewer } from '../kit/forViewer.ts';
import { contactFact, type Group, group, lineFacts, typedFact } from '../kit/groups.ts';
import { type Fact, type Maybe, type TextPart, texts } from '../kit/parts.ts';
import { clientDateTime } from '../text/dates.ts';
import { activitiesText } from '../text/lists.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';

/** Every field of the claim, behind a switch. */
export interface Details {
  /** Absent where the details stand open. */
  readonly toggle: readonly TextPart[];
  readonly open: boolean;
  readonly groups: readonly Group[];
}

/** Everything the partner stated. Reviewers check it and see it at once; partners know it and press to open it. */
export function claimDetails(input: CardInput): Maybe<Details> {
  const { view, amounts, reader } = input;
  const left = view.brief || view.form === 'confirmReject' || view.form === 'confirmApprove';
  if (left || (view.form && !amounts.detailsBesideForm)) return [];
  const t = wordsFor(reader);
  const { details } = view.claim;
  const groups = [
    group(t('group.customer'), customerFacts(input)),
    group(t('group.activity'), activityFacts(details, input)),
    group(t('group.lines'), claimedLines(input)),
    group(t('group.contacts'), contactsFacts(input)),
    group(t('claim.filing'), [
      { title: t('claim.submittedAt'), value: clientDateTime(view.claim.submittedAt) },
      ...typedFact(t('claim.filedBy'), view.claim.filedBy.name, 100),
    ]),
  ];
  const open = forViewer[view.viewer].detailsOpen && view.form === undefined && !view.collapsed;
  return [{ toggle: texts(!open && t('action.details')), open, groups }];
}

function customerFacts({ view, amounts, reader }: CardInput): Fact[] {
  const t = wordsFor(reader);
  const { claim, customerName } = view;
  const { customerDomain, customerTenantId } = claim.details;
  return [
    ...typedFact(t('field.customerName'), customerName, amounts.nameLength),
    ...typedFact(t('field.customerDomain'), shownDomain(customerDomain), amounts.nameLength),
    { title: t('field.customerTenantId'), value: customerTenantId },
    ...mpnFacts({ view, amounts, reader }),
  ];
}

/** The MPN ID with its location's name. */
export function mpnFacts({ view: { claim, locationName }, amounts, reader }: CardInput): Fact[] {
  const t = wordsFor(reader);
  const { mpnId } = claim.details;
  const mpn = locationName ? t('claim.location', { mpnId, name: locationName }) : mpnId;
  return typedFact(t('field.mpnId'), mpn, amounts.nameLength);
}

function activityFacts(details: ClaimDetails, { amounts, reader }: CardInput): Fact[] {
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

/** The products or workloads, with what has ended. */
export function claimedLines({ view, amounts: { nameLength }, reader }: CardInput): Fact[] {
  const { names, endedSubscriptions: ended } = view;
  return lineFacts(view.claim.details.lines, { names, nameLength, ended }, reader);
}

/** The people of the claim (R13–R15). */
export function contactsFacts({ view, amounts: { nameLength }, reader }: CardInput): Fact[] {
  const t = wordsFor(reader);
  const { customerContact, partnerContact, technicalContact } = view.claim.details;
  const own = t(forViewer[view.viewer].partnerContact);
  return [
    ...contactFact(t('contact.customer'), customerContact, nameLength),
    { title: t('field.customerContact.language'), value: t(`language.${customerContact.language}`) },
    ...(technicalContact ? contactFact(t('contact.technical'), technicalContact, nameLength) : []),
    ...contactFact(own, partnerContact, nameLength),
  ];
}
