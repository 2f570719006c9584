import { deepEqual, equal, ok } from 'node:assert/strict';
import { checkSync } from 'recheck';
import { sourceFiles } from './support/imports.ts';
import { madePatternsIn, type Pattern, patternsIn } from './support/patterns.ts';

/** What this process runs on texts of others: people, Teams, imported files. */
const folders = ['services', 'cards', 'dialogs', 'bot', 'local'];

/** Patterns that are not checked, each with the reason why it never reads a long text. */
const bounded: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'it begins with the limit'],
  [/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/, 'it begins with the limit'],
  [/^\S+\.[a-z]{2,}$|^[\da-f-]{32,}$/i, 'findTopics reads no question above 300 characters'],
  [/(?:tenant|directory)[\s_-]?id["']?[\s:=]*["'({]*$/i, 'findLabelled cuts out 40 characters first'],
  [
    /(?:subscription[\s_-]?id["']?[\s:=]*["'({]*|\/subscriptions\/)$/i,
    'findLabelled cuts out 40 characters first',
  ],
  [/<at\b[^<>]{0,200}>[^<]{0,200}<\/at>/gi, 'its parts hold 200 characters, and no `<` with which it begins'],
];
const isBounded = (shown: string): boolean => bounded.some(([pattern]) => String(pattern) === shown);

/** Why a pattern is not known to be linear; undefined if it is. Without Java and without a program of its own. */
function slowness({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string | undefined {
  process.env.RECHECK_SYNC_BACKEND = 'pure';
  const checked = checkSync(source, flags, { timeout: 60_000 });
  if (checked.status === 'safe') return undefined;
  if (checked.status === 'unknown') return checked.error.kind;
  return `${checked.complexity.summary} on ${checked.attack.pattern}`;
}

describe('When a pattern is applied to a text', function () {
  this.timeout(120_000);
  const files = folders.flatMap(sourceFiles);
  const patterns = files.flatMap(patternsIn);

  it('it takes as long as the text is long, and no longer', () => {
    ok(patterns.length > 100);
    const unique = new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
    const slow = [...unique].flatMap(([shown, pattern]) => {
      const why = isBounded(shown) ? undefined : slowness(pattern);
      return why ? [`${pattern.at} ${shown}: ${why}`] : [];
    });
    deepEqual(slow, []);
  });

  it('it is written out, because one made from a string cannot be checked', () => {
    deepEqual(files.flatMap(madePatternsIn), []);
  });

  it('it is excused only while it is there', () => {
    const shown = new Set(patterns.map(({ source, flags }) => `/${source}/${flags}`));
    deepEqual(
      bounded.map(([pattern]) => String(pattern)).filter((pattern) => !shown.has(pattern)),
      [],
    );
  });

  it('a slow one would be found, wherever it stands', () => {
    const text = [
      'type Marks = Array<string>;',
      'const cut = (text: string): string => text.replace(/[!?]+$/, "") /',
      '  2 / 3;',
      'const shown = `${text.replace(/\\?.*$/, "")} /not(a+)+pattern/`; // /nor(b+)+this/',
    ].join('\n');
    const found = patternsIn({ path: 'x.ts', text });
    deepEqual(
      found.map(({ at, source }) => [at, source]),
      [
        ['x.ts:2', '[!?]+$'],
        ['x.ts:4', '\\?.*$'],
      ],
    );
    for (const pattern of found) ok(slowness(pattern)?.startsWith('2nd degree polynomial'));
    equal(slowness({ source: '(?:a|a)+b', flags: '' })?.startsWith('exponential'), true);
    deepEqual(madePatternsIn({ path: 'x.ts', text: 'a;\nnew RegExp(text);' }), ['x.ts:2']);
  });
});
