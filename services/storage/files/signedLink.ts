import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link contains: one file, the name and type under which it opens, and the ISO instant at which it expires. */
export interface LinkClaims {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly expiresAt: string;
}

/** Writes the claims and their HMAC-SHA256 as a query string; the id goes into the path. */
export function signLink(claims: LinkClaims, signingKey: string | Buffer): string {
  const name = claims.name.toWellFormed();
  const expiresAt = new Date(claims.expiresAt).toISOString();
  const signature = signatureOf({ ...claims, name, expiresAt }, signingKey).toString('base64url');
  return new URLSearchParams({ name, type: claims.contentType, expires: expiresAt, signature }).toString();
}

/** Reads back what `signLink` wrote; undefined if any part of it was changed. Does not check the expiry. */
export function readLink(
  id: string,
  query: URLSearchParams,
  signingKey: string | Buffer,
): LinkClaims | undefined {
  const claims = {
    id,
    name: query.get('name') ?? '',
    contentType: query.get('type') ?? '',
    expiresAt: query.get('expires') ?? '',
  };
  const given = Buffer.from(query.get('signature') ?? '', 'base64url');
  const expected = signatureOf(claims, signingKey);
  return given.length === expected.length && timingSafeEqual(given, expected) ? claims : undefined;
}

/** Refuses a key with fewer than 32 bytes, which could be guessed. */
export function checkSigningKey(signingKey: string | Buffer): void {
  if (Buffer.byteLength(signingKey) < 32)
    throw new Error('The key that signs file links has fewer than 32 bytes.');
}

function signatureOf({ id, name, contentType, expiresAt }: LinkClaims, signingKey: string | Buffer): Buffer {
  // JSON keeps the fields apart, so that nothing can move from one into the next.
  return createHmac('sha256', signingKey)
    .update(JSON.stringify([id, name, contentType, expiresAt]))
    .digest();
}
