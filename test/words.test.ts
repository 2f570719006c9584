import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SourceFile, sourceFiles } from './support/imports.ts';

/** A word that the glossary refuses: anywhere, as it is written, or as the name of something. */
interface Refused {
  readonly word: string;
  readonly pattern: RegExp;
}

/** The entries of the glossary's last column. */
function refusedWords(contributing: string): Refused[] {
  const [, glossary = ''] = /\n## Glossary\n([\s\S]*?)\n## /.exec(contributing) ?? [];
  const rows = glossary.split('\n').filter((line) => line.startsWith('| ') && !/^\| (term|---) /.test(line));
  return rows
    .flatMap((row) => (row.split('|').at(-2) ?? '').split(',').map((entry) => entry.trim()))
    .flatMap(refused);
}

function refused(entry: string): Refused[] {
  if (entry === '') return [];
  const asWritten = /^`(.+)`$/.exec(entry)?.[1];
  if (asWritten) return [{ word: asWritten, pattern: new RegExp(escaped(asWritten)) }];
  const name = /^(\w+) \*\(name\)\*$/.exec(entry)?.[1];
  const declared = String.raw`(?:\breadonly |\bexport (?:async )?(?:function|const|type|interface) )`;
  if (name) return [{ word: name, pattern: new RegExp(`${declared}${name}(?! [a-z])\\b`, 'i') }];
  return [{ word: entry, pattern: new RegExp(`(?<![a-z])${escaped(entry)}s?(?![a-z])`) }];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The words of a text in lower case, those within names apart: `rivalNumbers` is “rival numbers”. */
const wordsOf = (text: string): string => text.replaceAll(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase();

/** Where a text says what it must not: path, line and word. */
const violationsOf = ({ path, text }: SourceFile, words: readonly Refused[]): string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      words
        .filter(({ pattern }) => pattern.test(line) || pattern.test(wordsOf(line)))
        .map(({ word }) => `${path}:${index + 1} ${word}`),
    );

const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
const words = refusedWords(contributing);

const folders = ['services', 'cards', 'dialogs', 'bot', 'local', 'tools'];

/** People ask in their own words: the search words of the help are theirs. Stored names are read as they were written. */
const spared = ['cards/text/en/topics.ts', 'services/claims/olderDocuments.ts'];

function documents(): SourceFile[] {
  const decisions = readdirSync('docs/decisions').map((name) => join('docs/decisions', name));
  const read = (path: string): SourceFile => ({ path, text: readFileSync(path, 'utf8') });
  const outsideGlossary = contributing.replace(/\n## Glossary\n[\s\S]*?(?=\n## )/, (found) =>
    found.replaceAll(/.+/g, ''),
  );
  return [
    ...['README.md', 'ARCHITECTURE.md', ...decisions].map(read),
    { path: 'CONTRIBUTING.md', text: outsideGlossary },
  ];
}

describe('The words of the product (CONTRIBUTING, Glossary)', () => {
  it('are listed', () => assert(words.length > 30, `${words.length} words are refused`));

  it('are used: no word that the glossary refuses stands in code, comments or documents', () => {
    const sources = folders.flatMap(sourceFiles).filter(({ path }) => !spared.includes(path));
    assert(sources.length > 500);
    assert.deepEqual(
      [...sources, ...documents()].flatMap((file) => violationsOf(file, words)),
      [],
    );
  });

  for (const text of [
    'const rivalNumbers = 1;',
    '/** The keeper hears of it. */',
    'export const look = 1;',
    "{ kind: 'programme' }",
  ])
    it(`are missed in “${text}”`, () => assert.equal(violationsOf({ path: 'x.ts', text }, words).length, 1));

  for (const text of [
    '/** Looks for a place. */',
    'const told = 1;',
    'the incentive programme',
    'an arrival',
  ])
    it(`are not missed in “${text}”`, () =>
      assert.deepEqual(violationsOf({ path: 'x.ts', text }, words), []));
});
