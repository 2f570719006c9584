import assert from 'node:assert/strict';
import { isOneSlip } from '../../../cards/text/oneSlip.ts';
import { readTypedCommand } from '../../../cards/text/typedCommands.ts';

const read = (text: string) => readTypedCommand(text, 'en');

describe('When a command is typed', () => {
  for (const [text, kind] of [
    ['New claim', 'new'],
    ['new claims', 'new'],
    ['my claims?', 'mine'],
    ['Help me', 'help'],
    ['can you help me please', 'help'],
    ['What can you do?', 'help'],
    ['?', 'help'],
    ['Thanks!', 'thanks'],
    ['thank you', 'thanks'],
    ['cancel', 'cancel'],
  ] as const) {
    it(`“${text}” is ${kind}`, () => assert.deepEqual(read(text), { kind }));
  }

  it('“cancel?” and “new claim?” want to know, and do nothing', () => {
    for (const text of ['cancel?', 'stop?', 'new claim?']) assert.equal(read(text), undefined, text);
  });

  it('reads a claim number with the dashes of a phone', () =>
    assert.deepEqual(read('claim C\u20137F3K\u20139Q2M'), { kind: 'open', number: 'C-7F3K-9Q2M' }));
});

describe('When a command is typed with one slip', () => {
  for (const [text, kind] of [
    ['my clams', 'mine'],
    ['my cliams', 'mine'],
    ['myclaimss', 'mine'],
    ['new calim', 'new'],
    ['review quene', 'queue'],
    ['help mee', 'help'],
    ['what can yuo do', 'help'],
    ['cancle', 'cancel'],
    ['thank yu', 'thanks'],
  ] as const) {
    it(`“${text}” is ${kind}`, () => assert.deepEqual(read(text), { kind }));
  }

  it('reads no command into a single word that may be something else', () => {
    for (const text of [
      'clam',
      'claimed',
      'filed',
      'fine',
      'review',
      'stars',
      'shop',
      'quiet',
      'now',
      'lisa',
    ])
      assert.equal(read(text), undefined, text);
  });

  it('reads no command into two slips', () => {
    for (const text of ['me clams', 'our claims', 'no claim', 'cancelled'])
      assert.equal(read(text), undefined, text);
  });

  it('a slip is a letter too many, missing, wrong, or two neighbours swapped', () => {
    for (const other of ['claaims', 'clams', 'cloims', 'cliams', 'laims', 'claim'])
      assert.ok(isOneSlip('claims', other) && isOneSlip(other, 'claims'), other);
    for (const other of ['claims', 'clms', 'cmails', '', 'aclaimss'])
      assert.ok(!isOneSlip('claims', other) && !isOneSlip(other, 'claims'), other);
  });
});
