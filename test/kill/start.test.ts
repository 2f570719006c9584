import { deepEqual, equal, match } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chatPerson } from '../support/chatPerson.ts';
import { answered, fillInTo } from '../support/fillIn.ts';
import { freePort, runLocalToItsEnd, startLocalProcess } from '../support/localProcess.ts';
import { type Machine, oneMachine } from './oneMachine.ts';

describe('When the program is started', function () {
  this.timeout(120_000);
  let machine: Machine;

  // One machine for all: its program runs until it is killed before it starts anew.
  before(async () => {
    machine = await oneMachine();
    await machine.start();
  });

  after(() => machine.remove());

  it('a second time on the same port, it refuses with a sentence and touches nothing, even with --reset', async () => {
    const ana = machine.person('ana');
    const card = await fillInTo(ana, 'name');
    for (const args of [machine.how.args, [...machine.how.args, '--reset']]) {
      const second = await runLocalToItsEnd({ ...machine.how, args });
      equal(second.code, 1);
      equal(second.stdout, '');
      match(second.stderr, new RegExp(`^Port ${machine.port} is taken, .* npm run local -- --port \\d+\n$`));
    }
    await ana.press(card, 'Next', answered.name);
    match((await ana.card()).text, /What do you claim\?/);
  });

  it('on another port, it has data of its own', async () => {
    await fillInTo(machine.person('ana'), 'name');
    const port = String(await freePort());
    const other = await startLocalProcess({ ...machine.how, args: ['--port', port] });
    try {
      const ana = chatPerson(other.address, 'ana');
      await ana.say('my claims');
      match((await ana.card()).text, /no claims yet/);
      equal((await ana.cards()).filter(({ text }) => /Give the claim a name/.test(text)).length, 0);
    } finally {
      await other.kill();
    }
  });

  it('with --people, others of the demo directory sit at the page, and an unknown name is refused', async () => {
    const args = ['--port', String(await freePort()), '--people', 'ben, raj'];
    const running = await startLocalProcess({ ...machine.how, args });
    try {
      const ben = chatPerson(running.address, 'ben');
      await ben.say('new claim');
      match(await ben.lastText(), /Ask an Incentives admin/);
    } finally {
      await running.kill();
    }
    const wrong = await runLocalToItsEnd({ ...machine.how, args: [...args.slice(0, 2), '--people', 'zoe'] });
    equal(wrong.code, 1);
    match(wrong.stderr, /Nobody in the demo directory is called “zoe”\. There are: ana, ben/);
  });

  it('with --reset, it starts anew', async () => {
    await fillInTo(machine.person('ana'), 'name');
    await machine.kill();
    const anew = await startLocalProcess({ ...machine.how, args: [...machine.how.args, '--reset'] });
    try {
      const ana = chatPerson(anew.address, 'ana');
      deepEqual(
        (await ana.cards()).map(({ text }) => text.split('\n')[0]),
        ['Welcome, Ana Ruiz'],
      );
      await ana.say('my claims');
      match((await ana.card()).text, /no claims yet/);
    } finally {
      await anew.kill();
    }
  });

  it('with a port that is none, it says what a port is', async () => {
    const ports = ['0', '65536', 'abc', ''];
    const refusals = await Promise.all(
      ports.map((port) => runLocalToItsEnd({ ...machine.how, args: [`--port=${port}`] })),
    );
    deepEqual(
      refusals,
      ports.map((port) => ({
        code: 1,
        stdout: '',
        stderr: `The port must be a number from 1 to 65535, not “${port}”.\n`,
      })),
    );
    equal(existsSync(join(machine.how.dataRoot, 'NaN')), false);
  });

  it('with an option that it does not know, it says so without a stack', async () => {
    const refused = await runLocalToItsEnd({ ...machine.how, args: ['--prot', '4000'] });
    equal(refused.code, 1);
    match(refused.stderr, /--prot/);
    equal(/^\s+at /m.test(refused.stderr), false, refused.stderr);
  });
});
