import type { Activity } from '../claim.ts';

/** Codes of field errors that need no further data. */
export type PlainFieldErrorCode =
  | 'required'
  | 'notAGuid'
  | 'notADomain'
  | 'microsoftPage' // the address of a portal, which names no customer
  | 'severalIds' // more than one ID, or a piece of another, in one field
  | 'severalDomains'
  | 'severalEmails'
  | 'notAnEmail'
  | 'emailWithoutHost'
  | 'notOffered' // a choice that is not in the list
  | 'chosenTwice' // R17
  | 'notYourMpnId' // R33
  | 'activityNotInArea' // R26
  | 'revenueAssociationAlone' // R31, D12
  | 'answerMissing' // D3: nothing new since the request
  | 'subscriptionNeeded' // R22: several subscriptions of that product
  | 'domainAndTenantDiffer' // R37
  | 'domainUnknown' // R37: no tenant has this domain
  | 'tenantUnavailable' // R37: nobody answered, so the domain is not checked
  | 'productNotOnTenant' // E1
  | 'notForDynamics' // E2
  | 'boughtThroughCsp' // E3
  | 'notProvisioned' // E4
  | 'notThisCustomers' // E6
  | 'notActive' // E7
  | 'otherChannel' // E8
  | 'lastLine' // R89: a claim keeps at least one line
  | 'arbitrationNeeded'; // D5: another partner holds the slot

/** The data of the other codes. */
export interface FieldErrorData {
  /** Both in characters. */
  readonly tooLong: { readonly limit: number; readonly length: number };
  readonly tooMany: { readonly limit: number };
  /** E5: the company's own claim, and an activity that both have. */
  readonly alreadyClaimed: { readonly number: string; readonly activity: Activity };
}

/** An error whose code has data. */
export type FieldErrorWithData<C extends keyof FieldErrorData = keyof FieldErrorData> = {
  readonly [K in C]: { readonly code: K; readonly data: FieldErrorData[K] };
}[C];

/** What is wrong with one field: a code, and the data that this code has. */
export type FieldError = { readonly code: PlainFieldErrorCode } | FieldErrorWithData;

export type FieldErrorCode = FieldError['code'];

/** What is wrong, by field. */
export type FieldErrors = Readonly<Partial<Record<string, FieldError>>>;
