import { deepEqual, equal, match } from 'node:assert/strict';
import type { SeenCard } from '../support/chatPerson.ts';
import { onEachEngine } from '../support/engines.ts';
import { fillInTo, numberOn } from '../support/fillIn.ts';
import { until } from '../support/until.ts';
import { lookInto } from '../support/whatIsStored.ts';
import { draftOf, endLease, killedAfter, pick, proofsOf } from './afterTheKill.ts';
import { type Machine, oneMachine } from './oneMachine.ts';

onEachEngine('When the program is killed while a draft is deleted (D13)', function (engine) {
  this.timeout(120_000);
  let machine: Machine;
  const delaysMs = [0, 15, 60] as const;
  const people = () => ['ana', 'ivan', 'nils'].map((id) => machine.person(id));
  let numbers: string[] = [];
  let files: string[] = [];
  let questions: SeenCard[] = [];

  before(async () => {
    machine = await oneMachine(engine, ['ana', 'ivan', 'nils', 'rita']);
    await machine.start();
    const forms = await Promise.all(
      people().map((person) =>
        fillInTo(person, 'comments', { customer: { mpnId: person.id === 'nils' ? '6104418' : '4512087' } }),
      ),
    );
    numbers = forms.map(numberOn);
    files = (await Promise.all(numbers.map((number) => proofsOf(machine, number)))).flatMap((proofs) =>
      proofs.map(({ id }) => id),
    );
    await Promise.all(people().map((person, index) => person.press(pick(forms, index), 'Delete draft')));
    questions = await Promise.all(people().map((person) => person.card()));
    await killedAfter(machine, delaysMs, (index) =>
      pick(people(), index).press(pick(questions, index), 'Delete'),
    );
    await endLease(machine);
    await machine.start();
  });
  after(() => machine.remove());

  for (const [index, delayMs] of delaysMs.entries()) {
    it(`${delayMs} ms after the press, it is there whole or gone whole, and gone once it is pressed again`, async () => {
      const [person, number] = [pick(people(), index), pick(numbers, index)];
      const [asked, file] = [pick(questions, index), pick(files, index)];
      const left = await draftOf(machine, number);
      if (left) deepEqual([left.proofs.length, await machine.hasFile(file)], [1, true]);
      // A card that was answered before the kill offers no deletion any more.
      const now = (await person.cards()).find(({ activityId }) => activityId === asked.activityId);
      if (now?.buttons.includes('Delete')) await person.press(now, 'Delete');
      equal(await draftOf(machine, number), undefined);
      await person.say(`claim ${number}`);
      match(await person.lastText(), new RegExp(`You deleted draft ${number}`));
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
