import { deepEqual, equal, notEqual } from 'node:assert/strict';
import type { Activity, TurnContext } from 'botbuilder';
import { commandIdOf, readPress, textOf } from '../../../bot/teams/incoming.ts';

const number = 'C-7F3K-9Q2M';
const execute = (action: unknown, fields: object = {}) =>
  ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    replyToId: '1700',
    conversation: { id: 'a:1' },
    from: { id: '29:1', aadObjectId: 'ana' },
    value: { action, trigger: 'manual' },
    ...fields,
  }) as Activity;
const submit = (value: unknown) => ({ ...execute({}), type: 'message', value }) as Activity;

describe('When a press is read', () => {
  it('tells the action from what was typed', () => {
    deepEqual(
      readPress(execute({ verb: 'claim.comment', data: { number, version: 3, comment: 'Done', other: '' } })),
      {
        kind: 'action',
        action: { verb: 'claim.comment', number, version: 3 },
        typed: { comment: 'Done', other: '' },
      },
    );
  });

  it('reads the fallback’s message in the same way', () => {
    const data = { verb: 'claim.comment', number, version: 3, comment: 'Done' };
    deepEqual(readPress(submit(data)), readPress(execute({ verb: 'claim.comment', data })));
  });

  it('counts only text as typed', () => {
    const press = readPress(execute({ verb: 'help.open', data: { comment: 5, name: ['x'], title: null } }));
    deepEqual(press, { kind: 'action', action: { verb: 'help.open' }, typed: {} });
  });

  for (const [length, kind] of [
    [4000, 'action'],
    [4001, 'tooMuchText'],
  ] as const) {
    it(`takes ${length} characters for ${kind}`, () => {
      equal(readPress(execute({ verb: 'help.open', data: { comment: 'x'.repeat(length) } })).kind, kind);
    });
  }

  for (const broken of [
    undefined,
    null,
    'x',
    5,
    [],
    {},
    { verb: 'x' },
    { verb: {} },
    { data: { verb: 7 } },
  ]) {
    it(`takes ${JSON.stringify(broken)} for malformed`, () => {
      equal(readPress(execute(broken)).kind, 'malformed');
      equal(readPress({ ...execute({}), value: broken } as Activity).kind, 'malformed');
      equal(readPress(submit(broken)).kind, 'malformed');
    });
  }
});

describe('When a press is compared with an earlier one', () => {
  const idOf = (activity: Activity) => commandIdOf({ activity } as TurnContext);
  const data = { number, version: 3, comment: 'Done' };
  const press = (fields: object = {}, typed: object = {}) =>
    execute({ verb: 'claim.comment', data: { ...data, ...typed } }, fields);

  it('the same card, data, inputs and person are the same press, whatever the activity’s ID', () => {
    equal(idOf(press()), idOf(press({ id: 'f:2' })));
  });

  it('another card, person, chat or word is another press', () => {
    const others = [
      press({ replyToId: '1701' }),
      press({ from: { id: '29:1', aadObjectId: 'ivan' } }),
      press({ conversation: { id: 'a:2' } }),
      press({}, { comment: 'Not done' }),
    ];
    for (const other of others) notEqual(idOf(press()), idOf(other));
  });

  it('messages are told apart by their IDs', () => {
    const message = (id: string) =>
      ({ type: 'message', id, conversation: { id: 'a:1' }, from: { id: '29:1' } }) as Activity;
    equal(idOf(message('1')), idOf(message('1')));
    notEqual(idOf(message('1')), idOf(message('2')));
  });
});

describe('When words are read', () => {
  const recipient = { id: '28:bot', name: 'CPOR Claims' };
  const at = '<at>CPOR Claims</at>';
  const mention = { type: 'mention', mentioned: recipient, text: at };
  const raj = { type: 'mention', mentioned: { id: '29:raj', name: 'Raj' }, text: '<at>Raj</at>' };
  const wordsOf = (text: string, entities: readonly object[] = [mention]) =>
    textOf({ text, recipient, entities } as unknown as Activity);

  for (const [what, text, words] of [
    ['alone', at, ''],
    ['before the words', ` ${at} my claims `, 'my claims'],
    ['after them', `review queue ${at}`, 'review queue'],
    ['in the middle', `review ${at} queue`, 'review queue'],
    ['twice', `${at} ${at} help`, 'help'],
    ['with a non-breaking space', `${at}\u00a0review\u00a0queue`, 'review queue'],
    ['with HTML’s spelling', `${at}&nbsp;R&amp;D &lt;3`, 'R&D <3'],
    ['with characters that nobody sees', `${at}\u200bhelp\ufeff`, 'help'],
    ['on lines of their own', `${at}\r\n\nhelp\n`, 'help'],
  ] as const) {
    it(`the mention of the bot is no word of theirs: ${what}`, () => equal(wordsOf(text), words));
  }

  it('nor is the mention of a colleague, or one without an entity', () => {
    equal(wordsOf(`${at} <at>Raj</at> claim C-7F3K-9Q2M`, [mention, raj]), 'claim C-7F3K-9Q2M');
    equal(wordsOf('<at id="0">CPOR Claims</at> help', []), 'help');
  });

  it('broken mentions and no text at all are no reason to fail', () => {
    equal(wordsOf('help', [{ type: 'mention' }, { type: 'mention', text: '' }, {}]), 'help');
    equal(textOf({ recipient } as Activity), '');
  });

  it('a text of nothing but beginnings of mentions is read in no time', () => {
    const begun = performance.now();
    wordsOf('<at>'.repeat(50_000));
    wordsOf('<at '.repeat(50_000));
    equal(performance.now() - begun < 2000, true);
  });
});
