import { domainToUnicode } from 'node:url';

/** A domain as people write it: `bücher.example` for `xn--bcher-kva.example`. */
export const shownDomain = (domain: string): string => domainToUnicode(domain) || domain;

/** An e-mail address as people write it. */
export function shownEmail(email: string): string {
  const at = email.lastIndexOf('@') + 1;
  return at === 0 ? email : `${email.slice(0, at)}${shownDomain(email.slice(at))}`;
}
