/** A field that stands for itself; `arbitration` holds the held slots for which the partner goes on to arbitration (D5). */
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

/** A field for each of something: `subscriptionId.<product>` asks for the subscription of one chosen product. */
export type FieldFamily = 'subscriptionId';

/** A field of the form, by its name in the domain; all that is decided about it is its row in `fields.ts`. */
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
