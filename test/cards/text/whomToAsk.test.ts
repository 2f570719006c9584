import assert from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { refusalText } from '../../../cards/text/refusal.ts';
import { whomToAsk } from '../../../cards/text/whomToAsk.ts';

describe('When somebody is told whom to ask (R98)', () => {
  const names = ['Ana Ruiz', 'Ivan Petrov', 'Nina Berg', 'Olga Sand', 'Piet Vos'];

  for (const [count, said] of [
    [0, undefined],
    [1, 'Ana Ruiz'],
    [2, 'Ana Ruiz or Ivan Petrov'],
    [3, 'Ana Ruiz, Ivan Petrov or Nina Berg'],
    [4, 'Ana Ruiz, Ivan Petrov, Nina Berg or 1 other'],
    [5, 'Ana Ruiz, Ivan Petrov, Nina Berg or 2 others'],
  ] as const) {
    it(`names at most three of ${count}, and says how many more there are`, () =>
      assert.equal(whomToAsk(names.slice(0, count), reader), said));
  }

  it('leaves nothing of Markdown in a name', () =>
    assert.match(whomToAsk(['**Ana**'], reader) ?? '', /^\\\*\\\*Ana/));

  it('says so in the refusal; without a name, that it is an Incentives admin', () => {
    const text = (ask: readonly string[]) =>
      refusalText({ code: 'notAllowed', data: { command: 'submit', side: 'partner', ask } }, reader);
    assert.match(text(['Ana Ruiz']), /of your company: Ana Ruiz\.$/);
    assert.match(text([]), /Ask an Incentives admin of your company\.$/);
  });
});
