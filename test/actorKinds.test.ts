import assert from 'node:assert/strict';
import type { ActorKind } from '../services/domain/actors.ts';
import { switchesIn, withoutComments } from './support/code.ts';
import { type SourceFile, sourceFiles } from './support/imports.ts';

/** Every kind of actor, and the next one: a customer who acts by mail. */
const kinds: Readonly<Record<ActorKind | 'customer', true>> = {
  partner: true,
  reviewer: true,
  system: true,
  customer: true,
};

const kind = `['"\`](?:${Object.keys(kinds).join('|')})['"\`]`;
const who = '\\b(?:(?:actor|person|system)\\??\\.kind|viewer|side)';
const lookUps = 'includes|indexOf|lastIndexOf|some|every|find\\w*';

/** Ways to ask who somebody is that silently give an answer for kinds that were forgotten. */
const questions: readonly RegExp[] = [
  new RegExp(`[!=]==?\\s*\\(?\\s*${kind}`, 'g'),
  new RegExp(`${kind}\\s*\\)?\\s*[!=]==?`, 'g'),
  // Two sides may be compared with each other: that holds for any number of kinds.
  new RegExp(`${who}\\s*[!=]==?(?!=|\\s*[\\w.]*\\b(?:viewer|side)\\b)`, 'g'),
  new RegExp(`\\[[^[\\]]*${kind}[^[\\]]*\\]\\s*(?:as const\\s*)?\\)?\\s*\\.\\s*(?:${lookUps})\\(`, 'g'),
  new RegExp(`\\bnew Set(?:<[^>]*>)?\\(\\s*\\[[^[\\]]*${kind}`, 'g'),
  new RegExp(`\\.(?:startsWith|endsWith|localeCompare)\\(\\s*${kind}`, 'g'),
  new RegExp(`\\bObject\\.is\\([^()]*${kind}`, 'g'),
  /['"`](?:partnerId|roles)['"`]\s+in\s+(?:[\w.]+\.)?(?:actor|person)\b/g,
  /\b(?:actor|person)\s*[!=]==?\s*system\b/g,
];

/** `customer` is a step of the form too; a switch over actors names one of the others as well. */
const caseOfActor = /\bcase\s+['"`](?:partner|reviewer|system)['"`]\s*:/;
const decides = /\bdefault\s*:\s*(?:return\s+|throw\s+)?assertNever\(/;

/** Where a file asks who somebody is without a decision for every kind: path, line and what stands there. */
function violationsOf({ path, text }: SourceFile): string[] {
  const code = withoutComments(text);
  const lineOf = (at: number): string => `${path}:${code.slice(0, at).split('\n').length}`;
  const asked = questions.flatMap((question) =>
    [...code.matchAll(question)].map((found) => `${lineOf(found.index)}: ${found[0]}`),
  );
  const open = switchesIn(text)
    .filter(({ body }) => caseOfActor.test(body) && !decides.test(body))
    .map(({ at }) => `${lineOf(at)}: a switch without assertNever`);
  return [...new Set([...asked, ...open])];
}

describe('When something depends on who acts or reads', () => {
  for (const folder of ['services', 'cards', 'dialogs', 'bot']) {
    it(`is decided for every kind of actor: ${folder}`, () => {
      const files = sourceFiles(folder);
      assert(files.length > 0);
      assert.deepEqual(files.flatMap(violationsOf), []);
    });
  }
});

describe('When somebody asks who it is, outside a switch over every kind', () => {
  const bad: readonly string[] = [
    "if (actor.kind === 'partner') return mine;",
    "if (actor?.kind !== 'reviewer') return;",
    "if (turn.actor.kind == 'system') return;",
    "const { kind } = actor;\nconst followers = kind === 'partner' ? more : same;",
    "people.filter(({ kind }) => kind === 'reviewer')",
    "return 'reviewer' === actor.kind;",
    "return ('partner') !== actor.kind;",
    'if (actor.kind === "reviewer") return;',
    'if (actor.kind === `reviewer`) return;',
    "return actor.kind ===\n  'reviewer';",
    "const own = t(view.viewer === 'partner' ? 'contact.partner' : 'contact.partnerSide');",
    "subtitle: texts(customer, viewer === 'reviewer' && t('claim.by')),",
    "comments.findLast(({ side }) => side === 'reviewer')",
    "return newest?.side === 'partner' ? newest : undefined;",
    "if (data.side === 'reviewer') return t('refusal.notFoundReviewer');",
    "const reviewer = audience === 'reviewer';",
    "if (actor.kind !== 'customer') return everyClaim;",
    "return ['reviewer', 'system'].includes(actor.kind);",
    "return (['partner', 'reviewer'] as const).some((known) => known === actor.kind);",
    "return [\n  'partner',\n  'reviewer',\n].indexOf(kind) >= 0;",
    "const insiders = new Set(['reviewer', 'system']);",
    "const insiders = new Set<string>(['reviewer']);",
    'const wanted: string = x;\nif (actor.kind === wanted) return;',
    'return comment.side !== wanted;',
    'if (actor.kind === system.kind) return;',
    'if (actor === system) return;',
    "if ('partnerId' in actor) return actor.partnerId;",
    "return 'roles' in person ? 1 : 2;",
    "if (actor.kind.startsWith('partner')) return;",
    "return Object.is(actor.kind, 'partner');",
    "switch (true) {\n  case actor.kind === 'partner':\n    return 1;\n  default:\n    return assertNever(actor);\n}",
    "switch (actor.kind) {\n  case 'partner':\n    return mine;\n  default:\n    return everyClaim;\n}",
    "switch (actor.kind) {\n  case 'partner':\n    return mine;\n}\nreturn everyClaim;",
    "switch (kind) {\n  case 'reviewer':\n  case 'system':\n    return all;\n  // default: return assertNever(kind);\n  default:\n    return own;\n}",
    "switch (kind) {\n  case 'reviewer':\n    switch (status) {\n      default:\n        return assertNever(status);\n    }\n  default:\n    return own;\n}",
  ];
  for (const text of bad) {
    it(`is caught: ${text.replaceAll(/\s+/g, ' ')}`, () => {
      assert.notDeepEqual(violationsOf({ path: 'services/x.ts', text }), []);
    });
  }

  it('says where', () => {
    const text = "/* who\n   is it */\nif (actor.kind === 'partner') return;";
    assert.deepEqual(violationsOf({ path: 'bot/x.ts', text }), [
      "bot/x.ts:3: === 'partner'",
      'bot/x.ts:3: actor.kind ===',
    ]);
  });
});

describe('When every kind is decided, or something else is asked in the same words', () => {
  const good: readonly string[] = [
    "switch (actor.kind) {\n  case 'partner':\n    return 1;\n  case 'reviewer':\n    return 2;\n  default:\n    return assertNever(actor);\n}",
    "switch (side) {\n  case 'system': {\n    switch (status) {\n      case 'Editing':\n        return 1;\n    }\n    return `}${x}`;\n  }\n  default:\n    throw assertNever(side);\n}",
    "switch (step) {\n  case 'customer':\n    return 1;\n}",
    "const system = { kind: 'system', personId: 'system', name: '' };",
    "type PartnerActor = Extract<Actor, { kind: 'partner' }>;",
    "const forViewer: Record<PersonKind, string> = { partner: 'a', reviewer: 'b' };\nreturn forViewer[view.viewer];",
    "const data = { command: 'submit', side: actor.kind };",
    "style: side === view.viewer ? 'accent' : 'emphasis',",
    "['reviewers', 'partner'].map((turn) => section(turn))",
    "if (['mpnId', 'customerDomain'].includes(field)) return 'customer';",
    "if (to.kind === 'reviewers') return;",
    "if (line.kind === 'product') return;",
    "if (audience === 'channel') return;",
    "if ('partnerId' in alert) return;",
    "// not for actor.kind === 'partner'",
    "/** `side === 'reviewer'` */",
  ];
  for (const text of good) {
    it(`passes: ${text.replaceAll(/\s+/g, ' ')}`, () => {
      assert.deepEqual(violationsOf({ path: 'services/x.ts', text }), []);
    });
  }
});
