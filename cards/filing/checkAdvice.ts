import type { FieldErrorCode, FieldErrors } from '../../services/domain/form/fieldError.ts';
import type { Reader } from '../kit/card.ts';
import { links } from '../kit/links.ts';
import { wordsFor } from '../text/words.ts';

/** R37: errors in the domain and tenant ID that only the customer or support can resolve. */
const idsMatters: readonly FieldErrorCode[] = ['domainAndTenantDiffer', 'domainUnknown'];
/** R40: errors in a subscription that only the customer or support can resolve. */
const linesMatters: readonly FieldErrorCode[] = [
  'productNotOnTenant',
  'notThisCustomers',
  'notForDynamics',
  'boughtThroughCsp',
  'otherChannel',
  'notActive',
  'notProvisioned',
  'alreadyClaimed',
];

/** R37, R42: errors that pass with time, or when somebody else has done something. */
const passing: readonly FieldErrorCode[] = ['tenantUnavailable', 'notProvisioned'];

const has = (errors: FieldErrors, codes: readonly FieldErrorCode[]): boolean =>
  Object.values(errors).some((error) => error && codes.includes(error.code));

/** R41: what to do after any of these errors, said once however many there are. */
export function customerAdvice(errors: FieldErrors, reader: Reader): string | undefined {
  const t = wordsFor(reader);
  if (has(errors, linesMatters)) return t('error.askCustomer', { url: links.support });
  return has(errors, idsMatters) ? t('error.askCustomerIds', { url: links.support }) : undefined;
}

/** R37, R42: errors that may be gone at the next check without a change to the answers. */
export const checksAgain = (errors: FieldErrors): boolean => has(errors, passing);

/** How many of the errors the person filling in the form can correct. */
export const countCorrectable = (errors: FieldErrors): number =>
  Object.values(errors).filter((error) => error && !passing.includes(error.code)).length;
