/** An Entra authority: its address, and the ending of a tenant's first domain there. */
export interface OpenIdAuthority {
  readonly origin: string;
  readonly initialDomain: string;
}

/**
 * The clouds whose authorities may be asked; no others are. Source:
 * learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
 */
export const openIdAuthorities = {
  'https://login.microsoftonline.com': 'onmicrosoft.com',
  'https://login.microsoftonline.us': 'onmicrosoft.us',
  'https://login.partner.microsoftonline.cn': 'partner.onmschina.cn',
} as const;

/** The address of one of the clouds. */
export type OpenIdOrigin = keyof typeof openIdAuthorities;

/** One of the clouds, by its address. */
export const openIdAuthority = (origin: OpenIdOrigin): OpenIdAuthority => ({
  origin,
  initialDomain: openIdAuthorities[origin],
});

const tenantIssuer = /^\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/v2\.0$/;

/** The tenant in the issuer of one of the clouds; undefined for any other issuer. */
export function tenantOfIssuer(issuer: unknown): string | undefined {
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) return undefined;
  const { origin, pathname } = new URL(issuer.toLowerCase());
  return origin in openIdAuthorities ? tenantIssuer.exec(pathname)?.[1] : undefined;
}
