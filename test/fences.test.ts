import assert from 'node:assert/strict';
import {
  importsOf,
  reachedFrom,
  readSource,
  type SourceFile,
  sourceFiles,
  targetOf,
} from './support/imports.ts';

/** The table "may import" of design.md. `local` stands in for Teams: it needs no dialogs and no cards of ours. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  services: ['services'],
  cards: ['cards', 'services'],
  dialogs: ['dialogs', 'cards', 'services'],
  bot: ['bot', 'dialogs', 'cards', 'services'],
  local: ['local', 'bot', 'services'],
};

/** Invariant 6: what is fenced, and the files that may import it. Tests may import everything. */
const fences: readonly { readonly what: string; readonly module: RegExp; readonly allowed: RegExp }[] = [
  { what: 'restify', module: /^restify/, allowed: /^bot\/server\.ts$/ },
  {
    what: 'the Bot Framework SDK',
    module: /^(botbuilder|botframework|@microsoft\/(teams|agents))/,
    allowed: /^(bot|dialogs)\//,
  },
  {
    what: 'Azure',
    module: /^@azure\//,
    allowed: /^(services\/storage\/(cosmos|blob)\w*|bot\/startBot)\.ts$/,
  },
  { what: 'templating', module: /^adaptivecards-templating/, allowed: /^cards\/render\.ts$/ },
  { what: 'the Word library', module: /^docx/, allowed: /^cards\/template\/wordDocument\.ts$/ },
];

/** What breaks a fence in one file, in words. */
function violationsOf({ path, text }: SourceFile): string[] {
  const folder = path.split('/')[0] ?? '';
  return importsOf(text).flatMap(({ module }) => {
    const target = targetOf(path, module);
    if (target !== undefined) {
      const outside = !mayImport[folder]?.includes(target.split('/')[0] ?? '');
      return outside ? [`${path}: ${folder} may not import ${module}`] : [];
    }
    return fences
      .filter((fence) => fence.module.test(module) && !fence.allowed.test(path))
      .map(({ what }) => `${path}: no ${what} here (${module})`);
  });
}

describe('When a file imports another (design.md: may import; invariant 6)', () => {
  for (const folder of Object.keys(mayImport)) {
    it(`stays inside the fences: ${folder}`, () => {
      const files = sourceFiles(folder);
      assert(files.length > 0);
      assert.deepEqual(files.flatMap(violationsOf), []);
    });
  }

  it('would be caught outside them', () => {
    const bad: readonly (readonly [path: string, text: string])[] = [
      ['services/domain/rules/decide.ts', "import { render } from '../../cards/render.ts';"],
      ['services/domain/rules/decide.ts', "import type { Card } from '../../cards/card.ts';"],
      ['services/domain/rules/decide.ts', "import {\n  a,\n  type B,\n} from '../../bot/app.ts';"],
      ['services/domain/rules/decide.ts', "export * from '../../dialogs/turn.ts';"],
      ['services/domain/rules/decide.ts', "const { a } = await import('../../local/main.ts');"],
      ['services/domain/rules/decide.ts', "import '../../local/main.ts';"],
      ['services/alerts/x.ts', "import { CardFactory } from 'botbuilder';"],
      ['services/claims/x.ts', "import { CosmosClient } from '@azure/cosmos';"],
      ['services/storage/documents/sqlite/sqliteStore.ts', "import type { Container } from '@azure/cosmos';"],
      ['cards/claim/claim.ts', "import { Template } from 'adaptivecards-templating';"],
      ['cards/word/proofTemplate.ts', "const word = await import('docx');"],
      ['cards/claim/claim.ts', "import { say } from '../dialogs/turn.ts';"],
      ['cards/claim/claim.ts', "import { ActivityTypes } from 'botbuilder-core';"],
      ['dialogs/x.ts', "import { createBot } from '../bot/createBot.ts';"],
      ['bot/teams/app.ts', "import restify from 'restify';"],
      ['bot/teams/app.ts', "export { startLocal } from '../local/startLocal.ts';"],
      ['bot/createBot.ts', "import { CosmosClient } from '@azure/cosmos';"],
      ['local/teams/teams.ts', "import { Application } from '@microsoft/teams-ai/lib/Application.js';"],
      ['local/teams/teams.ts', "import { claimCard } from '../cards/claim/claim.ts';"],
      ['local/teams/teams.ts', 'const bot = require("botbuilder");'],
      ['local/main.ts', "import { memoryClaims } from '../test/support/memoryClaims.ts';"],
    ];
    for (const [path, text] of bad) assert.equal(violationsOf({ path, text }).length, 1, `${path}: ${text}`);
  });
});

describe('When cards use something of services', () => {
  /** Whatever reads, writes, listens or keeps something. */
  const effects =
    /^(node:(fs|http|https|net|sqlite|timers|child_process|worker_threads)|@azure\/|restify|botbuilder)/;

  it('is a type or a pure function: nothing that stores or sends comes along', () => {
    const borrowed = sourceFiles('cards')
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ module }) => targetOf(path, module)),
      )
      .filter((target) => target?.startsWith('services/'));
    const reached = [...new Set(borrowed)].flatMap((target) => (target ? reachedFrom(target) : []));
    assert(reached.length > 0);
    for (const file of reached) {
      assert(!file.startsWith('services/storage/'), `cards need ${file} at run time`);
      const heavy = importsOf(readSource(file)).filter(
        ({ module, typeOnly }) => !typeOnly && effects.test(module),
      );
      assert.deepEqual(heavy, [], file);
    }
  });
});

describe('When something is decided (invariant 3)', () => {
  const impure =
    /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\)|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\b|\bperformance\b|\bprocess\b|\brandom(UUID|Int|Bytes)\b|\bgetRandomValues\b|\bTemporal\.Now\b|\bawait\b|\bfetch\(|\bconsole\b/;

  it('has no clock, no I/O and no randomness, nor has anything it needs', () => {
    const rules = ['decide', 'lifecycle', 'slots/slot'].flatMap((name) =>
      reachedFrom(`services/claims/${name}.ts`),
    );
    assert(rules.includes('services/domain/rules/alertFor.ts'), 'what the rules import is followed');
    for (const path of new Set(rules)) {
      assert.equal(impure.exec(withoutComments(readSource(path)))?.[0], undefined, path);
      const packages = importsOf(readSource(path)).filter(
        ({ module, typeOnly }) => !typeOnly && targetOf(path, module) === undefined,
      );
      assert.deepEqual(packages, [], path);
    }
  });

  it('would be caught otherwise, also in what it needs', () => {
    for (const line of ['const at = new Date();', 'return Date.now() > until;', 'setTimeout(done, 1);'])
      assert.match(withoutComments(line), impure);
    for (const line of [
      '// Date.now() is not for here',
      'new Date(Date.parse(at) + day)',
      '/* setTimeout */',
    ])
      assert.doesNotMatch(withoutComments(line), impure);
    const files: Record<string, string> = {
      'services/a.ts': "import { b } from './b.ts';\nimport type { C } from './c.ts';",
      'services/b.ts': "export { d } from './deep/d.ts';",
      'services/deep/d.ts': '',
    };
    const reached = reachedFrom('services/a.ts', (path) => files[path] ?? assert.fail(path));
    assert.deepEqual(reached, Object.keys(files));
  });
});

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
