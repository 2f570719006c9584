import type { FieldErrorCode, FieldErrors } from '../../services/claims/answers.ts';
import type { Reader } from '../card.ts';
import { links } from '../links.ts';
import { wordsFor } from '../text/words.ts';

/** R37 and R40: what only the customer, or support, can put right. */
const customersMatters: readonly FieldErrorCode[] = [
  'domainAndTenantDiffer',
  'domainUnknown',
  'productNotOnTenant',
  'notThisCustomers',
  'notForDynamics',
  'boughtThroughCsp',
  'otherChannel',
  'notActive',
  'notProvisioned',
  'alreadyClaimed',
];

const has = (errors: FieldErrors, codes: readonly FieldErrorCode[]): boolean =>
  Object.values(errors).some((error) => error && codes.includes(error.code));

/** R41: what to do after any of these errors, said once however many there are. */
export const customerAdvice = (errors: FieldErrors, reader: Reader): string | undefined =>
  has(errors, customersMatters) ? wordsFor(reader)('error.askCustomer', { url: links.support }) : undefined;

/** R37, R42: errors that may be gone at the next look, without anything typed anew. */
export const checksAgain = (errors: FieldErrors): boolean =>
  has(errors, ['tenantUnavailable', 'notProvisioned']);
