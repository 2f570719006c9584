/**
 * Which tenant a domain belongs to (R37): found with its ID (GUID, lower case), unknown, or nobody answered, so that
 * nothing can be said about it now.
 */
export type TenantAnswer =
  | { readonly kind: 'found'; readonly tenantId: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' };
