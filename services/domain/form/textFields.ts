import { z } from 'zod/v4';
import { limits } from '../limits.ts';
import type { FieldCheck } from './checkGuid.ts';
import { oneLine, plainLetters, withoutUnseen } from './paste/cleanText.ts';
import { findDomains, isMicrosoftPage } from './paste/findDomains.ts';
import { findEmails } from './paste/findEmails.ts';

const email = z.email();
const required: FieldCheck = { error: { code: 'required' } };

/** Free text: trimmed, without invisible characters, 1 to `limit` characters (code points). */
export function checkText(typed: string | undefined, limit: number): FieldCheck {
  const value = withoutUnseen(typed ?? '').trim();
  return value === '' ? required : within(value, limit);
}

/** A name or a title on one line: without unusual spaces and invisible characters, 1 to `limit` characters. */
export function checkName(typed: string | undefined, limit: number): FieldCheck {
  const value = oneLine(typed ?? '');
  return value === '' ? required : within(value, limit);
}

/**
 * A customer's domain (R9): `contoso`, `contoso.onmicrosoft.com` or any other, alone, in the address of a page or in an
 * e-mail address; canonical in ASCII and lower case.
 */
export function checkDomain(typed: string | undefined): FieldCheck {
  const text = plainLetters(typed ?? '');
  if (text === '') return required;
  const domains = findDomains(text);
  const [domain] = domains;
  if (domains.length > 1) return { error: { code: 'severalDomains' } };
  if (domain === undefined && isMicrosoftPage(text)) return { error: { code: 'microsoftPage' } };
  const fits = within(domain ?? text, limits.domain);
  return domain === undefined && 'value' in fits ? { error: { code: 'notADomain' } } : fits;
}

/** An e-mail address as HTML and Zod understand one, alone or with the name it was copied with; its host in ASCII. */
export function checkEmail(typed: string | undefined): FieldCheck {
  const text = plainLetters(typed ?? '');
  if (text === '') return required;
  const found = findEmails(typed ?? '');
  const [address = ''] = found;
  if (found.filter((part) => part.includes('@')).length > 1) return { error: { code: 'severalEmails' } };
  const fits = within(found.length === 1 ? address : text, limits.email);
  if ('error' in fits || email.safeParse(fits.value).success) return fits;
  const host =
    found.length === 1 && address.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : '.';
  return { error: { code: host.includes('.') ? 'notAnEmail' : 'emailWithoutHost' } };
}

function within(value: string, limit: number): FieldCheck {
  const length = [...value].length;
  return length > limit ? { error: { code: 'tooLong', data: { limit, length } } } : { value };
}
