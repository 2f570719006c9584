/** The fields of each contact (R13–R15). */
export const contactFields = {
  customer: [
    'customerContact.name',
    'customerContact.title',
    'customerContact.email',
    'customerContact.language',
  ],
  technical: ['technicalContact.name', 'technicalContact.title', 'technicalContact.email'],
  partner: ['partnerContact.name', 'partnerContact.email'],
} as const;

/**
 * What the form asks, field by field, as it was typed. Field names are the domain's; a multiple choice is a
 * comma-separated list, as Adaptive Cards send it. Checking them makes `ClaimDetails` (see `readAnswers`).
 */
export const fixedFields = [
  'mpnId',
  'customerDomain',
  'customerTenantId',
  'solutionArea',
  'activities',
  'claimName',
  'solutionSellerName',
  'customerName',
  'isvSolutionName',
  'lines',
  'arbitration',
  ...contactFields.customer,
  ...contactFields.technical,
  ...contactFields.partner,
  'comment',
] as const;

/**
 * A field of the form; `subscriptionId.<product>` asks for the subscription of one chosen product. `arbitration` holds
 * the held slots for which the partner goes on to arbitration (D5).
 */
export type FieldName = (typeof fixedFields)[number] | `subscriptionId.${string}`;

export type Answers = Readonly<Partial<Record<FieldName, string>>>;

/** The steps of the form in their order (R24); `review` shows everything before submit. */
export const filingSteps = [
  'customer',
  'activity',
  'name',
  'lines',
  'contacts',
  'proof',
  'comments',
  'review',
] as const;
export type FilingStep = (typeof filingSteps)[number];
