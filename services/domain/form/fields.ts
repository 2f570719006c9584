import type { FieldFamily, FilingStep, SingleField } from '../answers.ts';
import type { ClaimDetails } from '../claim.ts';
import { lineIdOf } from '../line.ts';
import { areaOf, asksSubscription, choicesOf, productsChosen } from './formRules.ts';
import type { FormState } from './formState.ts';

/** The kinds of values that fields take. */
export type ValueKind =
  | 'mpnId'
  | 'domain'
  | 'tenantId'
  | 'area'
  | 'activities'
  | 'claimName'
  | 'name'
  | 'lines'
  | 'subscriptionId'
  | 'arbitration'
  | 'personName'
  | 'email'
  | 'language'
  | 'comment';

/** What can be edited in a submitted claim (R89), one form for each. */
export const editParts = ['mpnId', 'lines', 'contacts'] as const;
export type EditPart = (typeof editParts)[number];

/** A field's edit form, and how the history shows a change: as a field change, or as lines added and removed. */
interface Edited {
  readonly part: EditPart;
  readonly recordedAs: 'field' | 'lines';
}

interface CommonRule {
  /** The step that asks for it and shows its error. */
  readonly step: FilingStep;
  /** The kind of value. It decides how the field is read, checked and corrected (`fieldValues.ts`). */
  readonly value: ValueKind;
  /** R89: a field that no edit form contains is fixed once the claim is submitted. */
  readonly edit: Edited | 'fixed';
}

/** All that is decided about a field. */
export interface FieldRule extends CommonRule {
  /** R20: whether it is asked, given what has been answered. */
  readonly asked: (form: FormState) => boolean;
  /** The field's value in a claim; undefined where the claim has none. */
  readonly inDetails: (details: ClaimDetails) => string | undefined;
}

/** The same for a repeated field, such as `subscriptionId.<product>`. */
export interface FamilyRule extends CommonRule {
  /** The pattern of the key, which follows the dot. */
  readonly key: RegExp;
  /** R20: the keys for which it is asked. */
  readonly askedFor: (form: FormState) => readonly string[];
  readonly inDetails: (details: ClaimDetails) => readonly (readonly [key: string, value: string])[];
}

type Fields = { readonly [F in SingleField]: FieldRule } & { readonly [F in FieldFamily]: FamilyRule };

const always = () => true;
const forRevenue = ({ answers }: FormState) => choicesOf(answers.activities).includes('RevenueAssociation');
const forProducts = ({ answers }: FormState) => areaOf(answers) === 'BusinessApplications';
const nothing = () => undefined;

const revenueName = { step: 'name', asked: forRevenue, value: 'name', edit: 'fixed' } as const;
const contact = { step: 'contacts', asked: always, edit: { part: 'contacts', recordedAs: 'field' } } as const;
const technical = { ...contact, asked: forProducts } as const;
const ofLines = { step: 'lines', edit: { part: 'lines', recordedAs: 'lines' } } as const;

/** The fields of the form in the order in which they are asked: a field without its whole row does not compile. */
export const fields: Fields = {
  mpnId: {
    step: 'customer',
    asked: always,
    value: 'mpnId',
    edit: { part: 'mpnId', recordedAs: 'field' },
    inDetails: ({ mpnId }) => mpnId,
  },
  customerDomain: {
    step: 'customer',
    asked: always,
    value: 'domain',
    edit: 'fixed',
    inDetails: ({ customerDomain }) => customerDomain,
  },
  customerTenantId: {
    step: 'customer',
    asked: always,
    value: 'tenantId',
    edit: 'fixed',
    inDetails: ({ customerTenantId }) => customerTenantId,
  },
  solutionArea: {
    step: 'activity',
    asked: always,
    value: 'area',
    edit: 'fixed',
    inDetails: ({ solutionArea }) => solutionArea,
  },
  activities: {
    step: 'activity',
    asked: always,
    value: 'activities',
    edit: 'fixed',
    inDetails: ({ activities }) => activities.join(','),
  },
  claimName: {
    step: 'name',
    asked: always,
    value: 'claimName',
    edit: 'fixed',
    inDetails: ({ claimName }) => claimName,
  },
  // R19: for revenue association only.
  solutionSellerName: { ...revenueName, inDetails: (of) => of.revenueAssociation?.solutionSellerName },
  customerName: { ...revenueName, inDetails: (of) => of.revenueAssociation?.customerName },
  isvSolutionName: { ...revenueName, inDetails: (of) => of.revenueAssociation?.isvSolutionName },
  lines: {
    ...ofLines,
    asked: always,
    value: 'lines',
    inDetails: ({ lines }) => lines.map(lineIdOf).join(','),
  },
  subscriptionId: {
    ...ofLines,
    key: /^[a-z0-9-]{1,60}$/,
    askedFor: ({ answers, facts }) =>
      productsChosen(answers, facts.catalogue).filter((product) => asksSubscription(product, facts)),
    value: 'subscriptionId',
    inDetails: ({ lines }) =>
      lines.flatMap((line) => (line.kind === 'product' ? [[line.product, line.subscriptionId]] : [])),
  },
  // D5: the answer counts for this one submission or edit only; it is not stored in the claim.
  arbitration: {
    ...ofLines,
    asked: ({ lines }) => lines.held.length > 0,
    value: 'arbitration',
    inDetails: nothing,
  },
  // R13
  'customerContact.name': {
    ...contact,
    value: 'personName',
    inDetails: (of) => of.customerContact.name,
  },
  'customerContact.title': { ...contact, value: 'name', inDetails: (of) => of.customerContact.title },
  'customerContact.email': { ...contact, value: 'email', inDetails: (of) => of.customerContact.email },
  'customerContact.language': {
    ...contact,
    value: 'language',
    inDetails: (of) => of.customerContact.language,
  },
  // R14
  'technicalContact.name': {
    ...technical,
    value: 'personName',
    inDetails: (of) => of.technicalContact?.name,
  },
  'technicalContact.title': {
    ...technical,
    value: 'name',
    inDetails: (of) => of.technicalContact?.title,
  },
  'technicalContact.email': {
    ...technical,
    value: 'email',
    inDetails: (of) => of.technicalContact?.email,
  },
  // R15
  'partnerContact.name': { ...contact, value: 'personName', inDetails: (of) => of.partnerContact.name },
  'partnerContact.email': { ...contact, value: 'email', inDetails: (of) => of.partnerContact.email },
  // R23: on submission it becomes a comment on the claim.
  comment: { step: 'comments', asked: always, value: 'comment', edit: 'fixed', inDetails: nothing },
};
