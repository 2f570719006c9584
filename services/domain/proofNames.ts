import type { ProofFile } from './claim.ts';

/** The most characters that a name may have. */
const longestName = 150;
/** Characters that join letters of some scripts, and emoji. They are kept, because they disguise nothing. */
const joiners = /[\u200c\u200d]/;

/**
 * A file's name as it was sent, made harmless: no control or bidirectional characters, no path, not empty, at most
 * 150 characters with its ending kept.
 */
export function harmlessName(sent: string): string {
  const visible = sent
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, (sign) => (joiners.test(sign) ? sign : ''))
    .replace(/[/\\]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const { stem, ending } = partsOf(visible);
  // Leading dots, or dots alone, mean hidden files and folders.
  const shown = stem.replace(/^[.\s]+/, '');
  return `${shortened(shown || 'file', longestName - [...ending].length)}${ending}`;
}

/** The name under which a file is attached next to others: `scan.pdf`, then `scan (2).pdf`. */
export function distinctName(name: string, others: readonly Pick<ProofFile, 'name'>[]): string {
  const taken = new Set(others.map((proof) => proof.name.toLowerCase()));
  const { stem, ending } = partsOf(name);
  let distinct = name;
  for (let count = 2; taken.has(distinct.toLowerCase()); count += 1) {
    const suffix = ` (${count})${ending}`;
    distinct = `${shortened(stem, longestName - [...suffix].length)}${suffix}`;
  }
  return distinct;
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

function shortened(stem: string, limit: number): string {
  const characters = [...stem];
  return characters.length <= limit ? stem : `${characters.slice(0, limit - 1).join('')}…`;
}
