import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a number can be read out on the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A claim number such as `C-7F3K-9Q2M`: random (40 bits), never a counter that tells how many claims there are. */
export function newClaimNumber(): string {
  const four = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `C-${four()}-${four()}`;
}
