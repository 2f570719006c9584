import { domainToASCII } from 'node:url';
import { plainLetters, withoutEnd } from './cleanText.ts';
import { customersIn, isSharedHost } from './sharedHosts.ts';

const hostLabels = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/;
/** `Primary domain: contoso.com`, `domain=contoso.com`: copied with its label. */
const label = /^[\p{L} -]{2,40}(?:[:=]\s+(?=\S+$)|[:=](?=[^\s/][^\s/.]*\.[^\s/]+$))/u;
/** Also matches with one slash or the colon missing: `https//contoso.com` is not the host `https`. */
const protocol = /^(?:https?:?\/{1,2}|https?:|[a-z][a-z0-9+.-]*:\/\/|\/\/|mailto:)/i;

/**
 * The different domains in what was typed or pasted, in ASCII and lower case: each part between spaces, commas and
 * semicolons is the address of a page, an e-mail address or a domain; other words of a sentence or a copied table are
 * ignored. Empty when a part is none of these.
 */
export function findDomains(typed: string): readonly string[] {
  const domains = partsOf(unwrapped(plainLetters(typed))).flatMap(domainsOf);
  return domains.includes('') ? [] : [...new Set(domains)];
}

/** Whether what was typed is the address of a Microsoft page, whose host is not a customer's domain. */
export const isMicrosoftPage = (typed: string): boolean =>
  partsOf(plainLetters(typed)).some((part) => isSharedHost(hostOf(part)));

/** The text without link markup, remarks in brackets, or a company name before a domain in brackets. */
const unwrapped = (text: string): string =>
  text
    .replaceAll('](', ' ')
    .replaceAll(/\([^().@]*\)/g, ' ')
    .replace(/^[^().@]+\((\S[^\s.]*\.\S+)\)$/, '$1')
    .trim()
    .replace(label, '');

/** The parts of the text. In `Ann Lee <ann@contoso.com>` the name may contain anything and is ignored. */
function partsOf(text: string): string[] {
  const bracketed = [...text.matchAll(/<([^<>\s][^<>\s@]*@[^<>\s]+)>/g)].map(([, address = '']) => address);
  if (bracketed.length > 0) return bracketed;
  const parts = text
    .split(/[\s,;|]+/)
    .map(bare)
    .filter((part) => part !== '');
  const dotted = parts.filter((part) => part.includes('.') && /\p{L}/u.test(part));
  if (dotted.length === parts.length) return parts;
  // Two words are not a domain with a label: somebody typed a space into a domain. Cells of a table are separate parts.
  return parts.length > 2 || (dotted.length === 1 && /[\t\n|]/.test(text)) ? dotted : noDomain(parts);
}

/** One word alone may be `contoso`; several words cannot be understood. */
const noDomain = (parts: readonly string[]): string[] => (parts.length === 1 ? [...parts] : ['']);

/** The part without the quotes, brackets and full stops that surround it in a sentence. */
export const bare = (part: string): string =>
  withoutEnd(part.replace(/^["'`“”‘’«»„(<[]+/, ''), '"\'`“”‘’«»(>]).,;!?');

const addressOf = (part: string): string => part.replace(protocol, '');

function hostOf(part: string): string {
  const [address = ''] = addressOf(part).split(/[/?#]/);
  return address
    .slice(address.lastIndexOf('@') + 1)
    .replace(/:\d{1,5}$/, '')
    .replace(/^www\.(?=[^.]+\.)/i, '')
    .replace(/\.$/, '');
}

/** The domains of one part, '' when its host is none. A page's path may contain an e-mail address of another domain. */
function domainsOf(part: string): string[] {
  const host = hostOf(part);
  if (isSharedHost(host)) return customersIn(addressOf(part)).map(asciiHost);
  const [, ...behind] = addressOf(part).split(/[/?#]/);
  const mailboxes = behind.join('/').matchAll(/@([\p{L}\p{N}.-]+\.\p{L}{2,})/gu);
  return [host, ...[...mailboxes].map(([, found = '']) => found)].map(asciiHost);
}

/** A host name in ASCII and lower case (`bücher.example` is `xn--bcher-kva.example`); '' when it is none. */
export function asciiHost(host: string): string {
  // `domainToASCII` decodes percent signs, stops at a slash, and reads `0x7f` as an IPv4 address. No domain is all
  // digits and dots.
  const ascii = /[%/\\:?#]/.test(host) ? '' : domainToASCII(host);
  return hostLabels.test(ascii) && !/^[\d.]+$/.test(ascii) ? ascii : '';
}
