import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { onEachEngine } from '../support/engines.ts';
import { fillInTo, numberOn } from '../support/fillIn.ts';
import { until } from '../support/until.ts';
import { lookInto } from '../support/whatIsStored.ts';
import { draftOf, pause, proofsOf } from './afterTheKill.ts';
import { type Machine, oneMachine } from './oneMachine.ts';

onEachEngine('When the program is killed while a draft is deleted (D13)', function (engine) {
  this.timeout(120_000);
  let machine: Machine;
  const files: string[] = [];

  before(async () => {
    machine = await oneMachine(engine);
    await machine.start();
  });
  after(() => machine.remove());

  for (const delayMs of [0, 15, 60]) {
    it(`${delayMs} ms after the press, it is there whole or gone whole, and gone once it is pressed again`, async () => {
      const ana = machine.person('ana');
      const form = await fillInTo(ana, 'comments');
      const number = numberOn(form);
      const [file] = await proofsOf(machine, number);
      ok(file);
      files.push(file.id);
      await ana.press(form, 'Delete draft');
      const asked = await ana.card();
      const answered = ana.press(asked, 'Delete this draft').catch(() => undefined);
      await pause(delayMs);
      await machine.killAndStart();
      await answered;

      const left = await draftOf(machine, number);
      if (left) deepEqual([left.proofs.length, await machine.hasFile(file.id)], [1, true]);
      // A card that was answered before the kill offers no deletion any more.
      const now = (await ana.cards()).find(({ activityId }) => activityId === asked.activityId);
      if (now?.buttons.includes('Delete this draft')) await ana.press(now, 'Delete this draft');
      equal(await draftOf(machine, number), undefined);
      await ana.say(`claim ${number}`);
      match(await ana.lastText(), new RegExp(`You deleted draft ${number}`));
    });
  }

  it('keeps nothing of any of them: killed once more, it deletes their files as it starts', async () => {
    await machine.killAndStart();
    equal(files.length, 3);
    for (const id of files) await until(async () => !(await machine.hasFile(id)), 'a file to be deleted');
    await until(
      async () => (await lookInto(machine, (stored) => stored.uploads())).length === 0,
      'nothing to be left of it',
    );
  });
});
