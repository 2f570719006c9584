/**
 * Which tenant a domain belongs to (R37): found with its ID (GUID, lower case), unknown, or unavailable because the
 * lookup gave no answer.
 */
export type TenantAnswer =
  | { readonly kind: 'found'; readonly tenantId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' };
