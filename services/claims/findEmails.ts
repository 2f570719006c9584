import { plainLetters } from './cleanText.ts';
import { asciiHost, bare } from './findDomains.ts';

/** `E-mail: ann@contoso.com`, copied with its label. */
const label = /^[\p{L} -]{2,40}:\s+(?=\S+$)/u;

/**
 * The different e-mail addresses in what was typed or pasted, with their hosts in ASCII. Beside an address that is
 * not in brackets nothing else may stand: half of `ann lee@contoso.com` is no address that anybody meant.
 */
export function findEmails(typed: string): readonly string[] {
  const text = plainLetters(typed).replace(label, '');
  const bracketed = [...text.matchAll(/[<(]([^<>()]*@[^<>()]*)[>)]/g)].map(([, address = '']) => address);
  const outside = text.replaceAll(/[<(][^<>()]*@[^<>()]*[>)]/g, ' ').split(/[\s,;]+/);
  const loose = bracketed.length > 0 ? outside.filter((part) => part.includes('@')) : outside;
  const found = [...bracketed, ...loose].map(address).filter((part) => part !== '');
  return [...new Set(found)];
}

function address(part: string): string {
  const plain = bare(part.trim())
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '');
  const at = plain.lastIndexOf('@');
  const host = asciiHost(plain.slice(at + 1).replace(/\.$/, ''));
  return at > 0 && host !== '' ? `${plain.slice(0, at)}@${host}` : plain;
}
