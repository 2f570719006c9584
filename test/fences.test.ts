import assert from 'node:assert/strict';
import {
  importsOf,
  reachedFrom,
  readSource,
  type SourceFile,
  sourceFiles,
  targetOf,
} from './support/imports.ts';

/** Who may import whom, top folder by top folder. `local` stands in for Teams: it needs no dialogs and no cards of ours. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  services: ['services'],
  cards: ['cards', 'services'],
  dialogs: ['dialogs', 'cards', 'services'],
  bot: ['bot', 'dialogs', 'cards', 'services'],
  local: ['local', 'bot', 'services'],
  tools: ['tools', 'local', 'bot', 'services'],
};

/** The rooms of `services`, from the ground up: each may import itself and what is named. */
const layers: Readonly<Record<string, readonly string[]>> = {
  domain: ['calendar'],
  calendar: [],
  storage: [],
  queue: [],
  directory: ['domain', 'storage'],
  outbox: ['queue', 'domain', 'calendar', 'storage', 'directory'],
  claims: ['domain', 'calendar', 'storage', 'queue', 'directory', 'outbox'],
};

/** Invariant 6: what is fenced, and the files that may import it. Tests may import everything. */
const fences: readonly { readonly what: string; readonly module: RegExp; readonly allowed: RegExp }[] = [
  { what: 'restify', module: /^restify/, allowed: /^bot\/teams\/server\.ts$/ },
  {
    what: 'the Bot Framework SDK',
    module: /^(botbuilder|botframework|@microsoft\/(teams|agents))/,
    allowed: /^(bot|dialogs)\//,
  },
  {
    what: 'Azure',
    module: /^@azure\//,
    allowed:
      /^(services\/storage\/(documents\/cosmos|files\/blob)\/\w+|bot\/start\/openStores|bot\/teams\/ownCredentials)\.ts$/,
  },
  { what: 'templating', module: /^adaptivecards-templating/, allowed: /^cards\/kit\/render\.ts$/ },
  { what: 'the Word library', module: /^docx/, allowed: /^cards\/word\/wordDocument\.ts$/ },
];

/** What one file of ours may not import of another, if so, in words. */
function trespass(path: string, target: string, typeOnly: boolean): string | undefined {
  const [folder = '', room = ''] = path.split('/');
  const [other = '', otherRoom = ''] = target.split('/');
  if (!mayImport[folder]?.includes(other)) return `${folder} may not import ${other}`;
  if (folder === 'services') {
    // `domain` knows what a calendar is, not how it is made.
    if (room === 'domain' && otherRoom === 'calendar' && !typeOnly)
      return 'domain takes only types of calendar';
    return room === otherRoom || layers[room]?.includes(otherRoom)
      ? undefined
      : `${room} may not import ${otherRoom}`;
  }
  if (folder !== 'cards' || other !== 'services') return undefined;
  const isView = /^services\/claims\/(\w+\/)?views\.ts$/.test(target) && typeOnly;
  return isView || ['domain', 'calendar'].includes(otherRoom)
    ? undefined
    : 'cards take from services only domain, calendar and the types of views';
}

/** What breaks a fence in one file, in words. */
function violationsOf({ path, text }: SourceFile): string[] {
  return importsOf(text).flatMap(({ module, typeOnly }) => {
    const target = targetOf(path, module);
    if (target !== undefined) {
      const why = trespass(path, target, typeOnly);
      return why ? [`${path}: ${why} (${module})`] : [];
    }
    return fences
      .filter((fence) => fence.module.test(module) && !fence.allowed.test(path))
      .map(({ what }) => `${path}: no ${what} here (${module})`);
  });
}

/** Files that import each other in a circle, types too: each circle with its files. */
function circlesIn(files: readonly SourceFile[]): string[][] {
  const known = new Map(files.map(({ path, text }) => [path, targetsOf(path, text)]));
  // A file that imports no remaining file, or that no remaining file imports, is in no circle.
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    const imported = new Set([...known.values()].flat());
    for (const [path, targets] of known)
      if (!imported.has(path) || !targets.some((target) => known.has(target))) known.delete(path);
  }
  return known.size > 0 ? [[...known.keys()].sort()] : [];
}

const targetsOf = (path: string, text: string): string[] =>
  importsOf(text).flatMap(({ module }) => targetOf(path, module) ?? []);

describe('When a file imports another (invariant 6)', () => {
  for (const folder of Object.keys(mayImport)) {
    it(`stays inside the fences: ${folder}`, () => {
      const files = sourceFiles(folder);
      assert(files.length > 0);
      assert.deepEqual(files.flatMap(violationsOf), []);
    });
  }

  it('has a place in one of the layers, if it is of services', () => {
    const rooms = new Set(sourceFiles('services').map(({ path }) => path.split('/')[1] ?? ''));
    assert.deepEqual([...rooms].sort(), Object.keys(layers).sort());
  });

  it('is imported by none of the files that it needs, also for types', () => {
    assert.deepEqual(circlesIn(Object.keys(mayImport).flatMap(sourceFiles)), []);
  });

  it('would be found in a circle, however long, and not beside one', () => {
    const files = [
      { path: 'services/a.ts', text: "import type { B } from './b.ts';" },
      { path: 'services/b.ts', text: "export { c } from './deep/c.ts';" },
      { path: 'services/deep/c.ts', text: "const { a } = await import('../a.ts');" },
      { path: 'services/user.ts', text: "import { a } from './a.ts';" },
      { path: 'services/used.ts', text: '' },
    ];
    assert.deepEqual(circlesIn(files), [['services/a.ts', 'services/b.ts', 'services/deep/c.ts']]);
    assert.deepEqual(circlesIn(files.slice(1)), []);
  });

  it('would be caught outside them', () => {
    const bad: readonly (readonly [path: string, text: string])[] = [
      ['services/domain/rules/decide.ts', "import { render } from '../../../cards/kit/render.ts';"],
      ['services/domain/rules/decide.ts', "import type { Card } from '../../../cards/kit/card.ts';"],
      ['services/domain/rules/decide.ts', "import {\n  a,\n  type B,\n} from '../../../bot/app.ts';"],
      ['services/domain/rules/decide.ts', "export * from '../../../dialogs/turn.ts';"],
      ['services/domain/rules/decide.ts', "const { a } = await import('../../../local/main.ts');"],
      ['services/domain/rules/decide.ts', "import '../../../local/main.ts';"],
      ['services/outbox/x.ts', "import { CardFactory } from 'botbuilder';"],
      ['services/claims/x.ts', "import { CosmosClient } from '@azure/cosmos';"],
      ['services/storage/documents/sqlite/sqliteStore.ts', "import type { Container } from '@azure/cosmos';"],
      ['cards/claim/claim.ts', "import { Template } from 'adaptivecards-templating';"],
      ['cards/word/proofTemplate.ts', "const word = await import('docx');"],
      ['cards/claim/claim.ts', "import { say } from '../../dialogs/turn.ts';"],
      ['cards/claim/claim.ts', "import { ActivityTypes } from 'botbuilder-core';"],
      ['dialogs/x.ts', "import { createBot } from '../bot/createBot.ts';"],
      ['bot/teams/app.ts', "import restify from 'restify';"],
      ['bot/teams/app.ts', "export { startLocal } from '../../local/startLocal.ts';"],
      ['bot/createBot.ts', "import { CosmosClient } from '@azure/cosmos';"],
      ['local/teams/teams.ts', "import { Application } from '@microsoft/teams-ai/lib/Application.js';"],
      ['local/teams/teams.ts', "import { claimCard } from '../../cards/claim/claim.ts';"],
      ['local/teams/teams.ts', 'const bot = require("botbuilder");'],
      ['services/domain/rules/decide.ts', "import type { Claims } from '../../claims/claims.ts';"],
      ['services/domain/claim.ts', "import { createCalendar } from '../calendar/calendar.ts';"],
      ['services/outbox/tellClaim.ts', "import type { Claims } from '../claims/claims.ts';"],
      ['services/queue/retry.ts', "import { refused } from '../domain/refusal.ts';"],
      ['services/directory/import/x.ts', "import { writesOfState } from '../../claims/endSubscription.ts';"],
      ['services/storage/files/x.ts', "import { limits } from '../../domain/limits.ts';"],
      ['cards/claim/claim.ts', "import type { Claims } from '../../services/claims/claims.ts';"],
      [
        'cards/list/x.ts',
        "import type { PageKey } from '../../services/storage/documents/documentStore.ts';",
      ],
      ['local/main.ts', "import { simulateYear } from '../tools/simulate/simulateYear.ts';"],
      ['tools/replay/main.ts', "import { claimCard } from '../../cards/claim/claim.ts';"],
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

  /** Packages that only read what they are given: the shape of an address, of a domain. */
  const pure = ['zod/v4', 'node:url'];

  it('has no clock, no I/O and no randomness, and neither do the files it needs', () => {
    const rules = sourceFiles('services/domain').flatMap(({ path }) => reachedFrom(path));
    assert(rules.includes('services/domain/rules/alertFor.ts'), 'what the rules import is followed');
    for (const path of new Set(rules)) {
      assert.equal(impure.exec(withoutComments(readSource(path)))?.[0], undefined, path);
      const packages = importsOf(readSource(path)).filter(
        ({ module, typeOnly }) => !typeOnly && targetOf(path, module) === undefined && !pure.includes(module),
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
