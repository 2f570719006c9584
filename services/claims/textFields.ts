import { domainToASCII } from 'node:url';
import { z } from 'zod/v4';
import type { FieldError } from './answers.ts';
import { limits } from './claim.ts';

/** A checked field: its canonical value, or what is wrong with it. */
export type Checked = { readonly value: string } | { readonly error: FieldError };

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hostLabels = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/;
const email = z.email();

/** Free text: trimmed, 1 to `limit` characters (code points). */
export function checkText(typed: string | undefined, limit: number): Checked {
  const value = (typed ?? '').trim();
  if (value === '') return { error: { code: 'required' } };
  const length = [...value].length;
  return length > limit ? { error: { code: 'tooLong', data: { limit, length } } } : { value };
}

/** A GUID such as an Entra tenant ID or a subscription ID; canonical in lower case. */
export function checkGuid(typed: string | undefined): Checked {
  const value = (typed ?? '').trim().toLowerCase();
  if (value === '') return { error: { code: 'required' } };
  return guid.test(value) ? { value } : { error: { code: 'notAGuid' } };
}

/** A customer's domain (R9): `contoso`, `contoso.onmicrosoft.com` or any other; canonical in lower case. */
export function checkDomain(typed: string | undefined): Checked {
  const value = (typed ?? '').trim().toLowerCase();
  if (value === '') return { error: { code: 'required' } };
  if (value.includes('://')) return { error: { code: 'domainHasProtocol' } };
  if (value.includes('@')) return { error: { code: 'domainIsEmail' } };
  if (/[/?#]/.test(value)) return { error: { code: 'domainHasPath' } };
  const ascii = domainToASCII(value);
  if (value.length > limits.domain) {
    return { error: { code: 'tooLong', data: { limit: limits.domain, length: value.length } } };
  }
  // domainToASCII reads `1` or `0x7f` as an IPv4 address: no domain is all digits and dots.
  const valid = hostLabels.test(ascii) && !/^[\d.]+$/.test(ascii);
  return valid ? { value } : { error: { code: 'notADomain' } };
}

/** An e-mail address, as HTML and Zod understand one. */
export function checkEmail(typed: string | undefined): Checked {
  const value = (typed ?? '').trim();
  if (value === '') return { error: { code: 'required' } };
  if (value.length > limits.email) {
    return { error: { code: 'tooLong', data: { limit: limits.email, length: value.length } } };
  }
  if (email.safeParse(value).success) return { value };
  const host = value.includes('@') ? value.slice(value.lastIndexOf('@') + 1) : undefined;
  const withoutHost = host !== undefined && !host.includes('.');
  return { error: { code: withoutHost ? 'emailWithoutHost' : 'notAnEmail' } };
}
