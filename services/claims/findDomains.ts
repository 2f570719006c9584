import { domainToASCII } from 'node:url';
import { plainLetters } from './cleanText.ts';

const hostLabels = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/;
/** `Primary domain: contoso.com`, copied with its label. */
const label = /^[\p{L} -]{2,40}(?::\s+|[\t\n]\s*)(?=\S+$)/u;
const protocol = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/\/|mailto:)/i;

/**
 * The different domains in what was typed or pasted, in ASCII and lower case: each part between spaces, commas and
 * semicolons is the address of a page, an e-mail address or a domain. None when a part is none of these.
 */
export function findDomains(typed: string): readonly string[] {
  const parts = partsOf(plainLetters(typed).replace(label, ''));
  // Two words are no two domains: somebody typed a space into one.
  if (parts.length > 1 && !parts.every((part) => part.includes('.'))) return [];
  const domains = parts.flatMap(domainsOf);
  return domains.includes('') ? [] : [...new Set(domains)];
}

/** `Ann Lee <ann@contoso.com>`: the name may hold anything. */
function partsOf(text: string): string[] {
  const bracketed = [...text.matchAll(/<([^<>\s]+@[^<>\s]+)>/g)].map(([, address = '']) => address);
  const parts = bracketed.length > 0 ? bracketed : text.split(/[\s,;]+/);
  return parts.map(bare).filter((part) => part !== '');
}

/** Without the quotes, brackets and full stops that a sentence puts around it. */
export const bare = (part: string): string =>
  part.replace(/^["'“”‘’«»„(<[]+/, '').replace(/["'“”‘’«»(>\]).,;!]+$/, '');

/** The domain of one part, '' when it has none; behind a page's address may stand a mailbox of another. */
function domainsOf(part: string): string[] {
  const [address = '', ...behind] = part.replace(protocol, '').split(/[/?#]/);
  const host = address.slice(address.lastIndexOf('@') + 1).replace(/:\d{1,5}$/, '');
  const mailboxes = behind.join('/').match(/(?<=@)[\p{L}\p{N}.-]+\.\p{L}{2,}/gu) ?? [];
  return [host.replace(/^www\.(?=[^.]+\.)/i, '').replace(/\.$/, ''), ...mailboxes].map(asciiHost);
}

/** A host name in ASCII and lower case (`bücher.example` is `xn--bcher-kva.example`); '' when it is none. */
export function asciiHost(host: string): string {
  // It decodes percent signs, stops at a slash, and reads `0x7f` as an IPv4 address: no domain is all digits and dots.
  const ascii = /[%/\\:?#]/.test(host) ? '' : domainToASCII(host);
  return hostLabels.test(ascii) && !/^[\d.]+$/.test(ascii) ? ascii : '';
}
