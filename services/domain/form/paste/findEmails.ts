import { plainLetters } from './cleanText.ts';
import { asciiHost, bare } from './findDomains.ts';

/** `E-mail: ann@contoso.com`, copied with its label. */
const label = /^[\p{L} -]{2,40}(?::\s*|\t\s*)(?=\S+$)/u;
/** A character that a phone or a word processor uses as an apostrophe: `o’brien`. */
const apostrophe = /(?<=\p{L})[‘’ʼ´`′](?=\p{L})/gu;

/**
 * The different e-mail addresses in what was typed or pasted, with their hosts in ASCII. An address without brackets
 * must stand alone: half of `ann lee@contoso.com` is not the address that was meant.
 */
export function findEmails(typed: string): readonly string[] {
  const plain = plainLetters(withApostrophes(typed)).replace(label, '');
  const text = withoutCells(withoutName(plain));
  const bracketed = [...text.matchAll(/[<(]([^<>()@]*@[^<>()]*)[>)]/g)].map(([, address = '']) => address);
  const outside = text
    .replaceAll(/[<(][^<>()@]*@[^<>()]*[>)]/g, ' ')
    .replaceAll(/\([^()@]*\)/g, ' ')
    .split(/[\s,;]+/);
  const loose = bracketed.length > 0 ? outside.filter((part) => part.includes('@')) : outside;
  const found = [...bracketed, ...loose].map(address).filter((part) => part !== '');
  return [...new Set(found)];
}

/** The text without the two or more words that a signature or a table has before an address. */
function withoutName(text: string): string {
  const head = text.slice(0, Math.max(0, text.indexOf('@')));
  const start = Math.max(...[' ', '\t', '\n', ';', '|'].map((mark) => head.lastIndexOf(mark))) + 1;
  const name = text.slice(0, start);
  return isParted(name) && /\S\s+[^\s-]/.test(name) ? text.slice(start) : text;
}

/** Whether a name ends with what separates it from an address, other than a plain space. */
function isParted(name: string): boolean {
  const words = name.trimEnd();
  const gap = name.slice(words.length);
  return /(?:[,:]\s|\s-\s)$/.test(name) || /[\t\n]/.test(gap) || /[;|]$/.test(words);
}

/** The text without the table cells or lines after its only address. */
function withoutCells(text: string): string {
  const end = text.lastIndexOf('@') + 2;
  const behind = text.slice(end);
  return /^\S+@\S$/.test(text.slice(0, end))
    ? text.slice(0, end) + behind.replace(/^([^\s|]*)\s*[|\t\n][\s\S]*$/, '$1')
    : text;
}

/** Must come before the NFKC normalisation, which turns an acute accent into a space and a combining mark. */
const withApostrophes = (text: string): string => text.replaceAll(apostrophe, "'");

function address(part: string): string {
  const [plain = ''] = bare(part.trim())
    .replace(/^(?:mailto|smtp):/i, '')
    .split('?', 1);
  const at = plain.lastIndexOf('@');
  const host = asciiHost(plain.slice(at + 1).replace(/\.$/, ''));
  return at > 0 && host !== '' ? `${plain.slice(0, at)}@${host}` : plain;
}
