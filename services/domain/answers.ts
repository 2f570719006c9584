/** A single field. `arbitration` lists the slots of other partners for which this one accepts arbitration (D5). */
export type SingleField =
  | 'mpnId'
  | 'customerDomain'
  | 'customerTenantId'
  | 'solutionArea'
  | 'activities'
  | 'claimName'
  | 'solutionSellerName'
  | 'customerName'
  | 'isvSolutionName'
  | 'lines'
  | 'arbitration'
  | `customerContact.${'name' | 'title' | 'email' | 'language'}`
  | `technicalContact.${'name' | 'title' | 'email'}`
  | `partnerContact.${'name' | 'email'}`
  | 'comment';

/** A field that is repeated: `subscriptionId.<product>` asks for the subscription of one chosen product. */
export type FieldFamily = 'subscriptionId';

/** The domain name of a form field. Everything about a field is decided in its row of `fields.ts`. */
export type FieldName = SingleField | `${FieldFamily}.${string}`;

/**
 * What the form asks, field by field, as it was typed; a multiple choice is a comma-separated list, as Adaptive Cards
 * send it. Checking it makes `ClaimDetails` (see `readAnswers`).
 */
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
