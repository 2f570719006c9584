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

/** What is wrong with one field. */
export interface FieldError {
  readonly code: FieldErrorCode;
  readonly data?: Readonly<Record<string, string | number>>;
}

export type FieldErrorCode =
  | 'required'
  | 'tooLong' // data.limit, data.length
  | 'notAGuid'
  | 'notADomain'
  | 'microsoftPage' // the address of a portal, which names no customer
  | 'severalIds' // more than one ID, or a piece of another, in one field
  | 'severalDomains'
  | 'severalEmails'
  | 'notAnEmail'
  | 'emailWithoutHost'
  | 'notOffered' // a choice that the list does not have
  | 'chosenTwice' // R17: the same choice more than once
  | 'notYourMpnId' // R33
  | 'activityNotInArea' // R26
  | 'revenueAssociationAlone' // R31, D12
  | 'answerMissing' // D3: nothing new since the request
  | 'tooMany' // data.limit
  | 'subscriptionNeeded' // R22: several subscriptions of that product
  | 'domainAndTenantDiffer' // R37
  | 'domainUnknown' // R37: no tenant has this domain
  | 'tenantUnavailable' // R37: nobody answered, so the domain is not checked
  | 'productNotOnTenant' // E1
  | 'notForDynamics' // E2
  | 'boughtThroughCsp' // E3
  | 'notProvisioned' // E4
  | 'alreadyClaimed' // E5: data.number, data.activity of the company's own claim
  | 'notThisCustomers' // E6
  | 'notActive' // E7
  | 'otherChannel' // E8
  | 'lastLine' // R89: a claim keeps at least one line
  | 'arbitrationNeeded'; // D5: somebody else holds it

export type FieldErrors = Readonly<Partial<Record<string, FieldError>>>;

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
