import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import type { FilingStep } from '../../services/domain/answers.ts';
import type { ChatPerson, SeenCard } from '../support/chatPerson.ts';
import { onEachEngine } from '../support/engines.ts';
import { answered, fileClaim, fillInTo, numberOn } from '../support/fillIn.ts';
import { until } from '../support/until.ts';
import { lookInto } from '../support/whatIsStored.ts';
import {
  backTo,
  canBeReviewed,
  claimOf,
  draftOf,
  endLease,
  eventsOf,
  killedAfter,
  onceAndWhole,
  pause,
  pick,
  present,
  proofsOf,
  sendAgain,
  takeLease,
  untilAlertsAreSent,
  wasAnswered,
} from './afterTheKill.ts';
import { type Machine, oneMachine } from './oneMachine.ts';

// Above 200 lines: every point at which one program is killed.

const adventureWorks = {
  mpnId: '4512087',
  customerDomain: 'adventure-works.com',
  customerTenantId: '814ab6a7-683f-42cb-be3b-b5e45d2aa75a',
};

onEachEngine('When the program is killed and started again', function (engine) {
  this.timeout(120_000);
  let machine: Machine;
  let ana: ChatPerson;
  let ivan: ChatPerson;
  let nils: ChatPerson;
  let isa: ChatPerson;
  let rita: ChatPerson;
  let channel = '';

  before(async () => {
    machine = await oneMachine(engine, ['ana', 'ivan', 'nils', 'isa', 'rita']);
    await machine.start();
    ana = machine.person('ana');
    ivan = machine.person('ivan');
    nils = machine.person('nils');
    isa = machine.person('isa');
    rita = machine.person('rita');
    channel = (await rita.me()).channels[0] ?? '';
  });

  after(() => machine.remove());

  // Each claim is on a workload of its own, so that none competes with another.
  const workloads = loadDemo().catalogue.workloads.map(({ id }) => id);
  const customers = [answered.customer, adventureWorks];
  let claimsMade = 0;
  const nextClaim = () => {
    const lines = workloads[claimsMade % workloads.length] ?? '';
    const customer = customers[Math.floor(claimsMade / workloads.length)] ?? answered.customer;
    claimsMade += 1;
    return { customer, lines: { lines } };
  };
  /** Ana and Ivan file for Fabrikam, Nils and Isa for Northwind. */
  const mpnIdOf = ({ id }: ChatPerson) =>
    id === 'nils' || id === 'isa' ? '6104418' : answered.customer.mpnId;
  const fillTo = (step: FilingStep, person = ana) => {
    const claim = nextClaim();
    return fillInTo(person, step, { ...claim, customer: { ...claim.customer, mpnId: mpnIdOf(person) } });
  };

  /** Cards of the claim that stand in the reviewers' channel. */
  const inChannel = async (number: string) =>
    (await rita.cards(channel)).filter(({ text }) => text.includes(number));

  describe('in the middle of filling in a claim', () => {
    const claim = nextClaim();
    let card: SeenCard;
    let number = '';
    let lost: SeenCard;
    before(async () => {
      card = await fillInTo(ana, 'contacts', claim);
      number = numberOn(await fillTo('contacts', nils));
      lost = await fillTo('contacts', ivan);
      const pressed = wasAnswered(ivan.press(lost, 'Next', answered.contacts));
      await machine.kill();
      await pressed;
      await endLease(machine);
      await machine.start();
    });

    it('has every answered step, and the old card goes on (R24)', async () => {
      deepEqual(await ana.card(), card);
      await ana.press(card, 'Next', answered.contacts);
      match((await ana.card()).text, /Attach your proof of execution/);
      await backTo(ana, 'Who is the customer?', [
        answered.contacts,
        claim.lines,
        answered.name,
        answered.activity,
        claim.customer,
      ]);
    });

    it('goes on from “my claims” at the first step that is open', async () => {
      await nils.say('my claims');
      const list = await nils.card();
      match(list.text, /Contoso adoption/);
      match(list.text, /Editing/);
      await nils.press(list, /Open|Continue/);
      const step = await nils.card();
      match(step.text, /Who can we contact\?/);
      match(step.text, new RegExp(number));
      await nils.press(step, 'Next', answered.contacts);
      match((await nils.card()).text, /Attach your proof of execution/);
    });

    it('saves a step once if it is pressed again because its answer never came', async () => {
      await ivan.press(lost, 'Next', answered.contacts);
      match((await ivan.card()).text, /Attach your proof of execution/);
      const draft = await draftOf(machine, numberOn(lost));
      deepEqual([draft?.answers['customerContact.email'], draft?.version], ['cleo@contoso.com', 5]);
    });
  });

  describe('around Submit', () => {
    it('sends the reviewers’ alert that nobody had begun to send (R99)', async () => {
      const review = await fillTo('review');
      // Another process is the one that sends, and never does: what is submitted now waits in the outbox.
      const number = numberOn(review);
      await takeLease(machine, 8000);
      // The program looks at the lease again only when half of its time is over.
      await pause(4500);
      await ana.press(review, 'Submit');
      await machine.kill();
      equal((await lookInto(machine, (stored) => stored.waitingAlerts(number))).length, 1);

      await machine.start();
      await rita.awaitCard(new RegExp(`${number}[^]*New claim from Fabrikam`), channel);
      await untilAlertsAreSent(machine, number);
      equal((await inChannel(number)).length, 1);
      await onceAndWhole(machine, number);
    });

    describe('of four people, each at another moment before the kill', () => {
      const delaysMs = [0, 10, 30, 80] as const;
      let reviews: SeenCard[] = [];
      let acknowledged: boolean[] = [];
      let stored: boolean[] = [];
      const people = () => [ana, ivan, nils, isa] as const;
      before(async () => {
        reviews = await Promise.all(people().map((person) => fillTo('review', person)));
        acknowledged = await killedAfter(machine, delaysMs, (index) =>
          pick(people(), index).press(pick(reviews, index), 'Submit'),
        );
        const claims = await Promise.all(reviews.map((review) => claimOf(machine, numberOn(review))));
        stored = claims.map((claim) => claim !== undefined);
        await endLease(machine);
        await machine.start();
      });

      for (const [index, delayMs] of delaysMs.entries()) {
        it(`loses and doubles nothing when killed ${delayMs} ms after the press, answered or not`, async () => {
          const [person, review] = [pick(people(), index), pick(reviews, index)];
          if (acknowledged[index]) ok(stored[index], 'an acknowledged claim was lost');
          const number = numberOn(review);
          // Somebody who is not sure presses again.
          await person.press(review, 'Submit');
          match((await person.card()).text, /Submitted: now with the reviewers/);
          await reviewersHearOf(number);
        });
      }
    });

    it('sends the alerts when killed as soon as the last of three presses was answered', async () => {
      const people = [ana, ivan, nils];
      const reviews = await Promise.all(people.map((person) => fillTo('review', person)));
      await Promise.all(reviews.map((review, index) => pick(people, index).press(review, 'Submit')));
      await machine.killAndStart();
      for (const review of reviews) await reviewersHearOf(numberOn(review));
    });

    async function reviewersHearOf(number: string): Promise<void> {
      await rita.awaitCard(new RegExp(`${number}[^]*New claim from`), channel);
      await untilAlertsAreSent(machine, number);
      await onceAndWhole(machine, number);
      await canBeReviewed(rita, await inChannel(number));
    }
  });

  it('sends within seconds, once the dead process is not taken to be the sender any more', async () => {
    const review = await fillTo('review');
    const number = numberOn(review);
    await ana.press(review, 'Submit');
    await untilAlertsAreSent(machine, number);
    await machine.kill();
    await sendAgain(machine, number);
    await machine.start();
    await rita.awaitCard(new RegExp(`${number}[^]*New claim from Fabrikam`), channel);
    await untilAlertsAreSent(machine, number);
  });

  describe('right after the reviewer asked for more', () => {
    async function askForMore(number: string): Promise<void> {
      const card = await rita.awaitCard(new RegExp(`${number}[^]*New claim from`), channel);
      await rita.press(card, 'Start review');
      // The present state reaches the card in the channel by itself, and would take the place of a form opened before.
      await untilAlertsAreSent(machine, number);
      await rita.press(
        await rita.awaitCard(new RegExp(`${number}[^]*Under review`), channel),
        'Ask for more',
      );
      const form = await rita.awaitCard(new RegExp(`${number}[^]*What is missing\\?`), channel);
      await rita.press(form, 'Send', {
        reasons: 'DatesMissingOrOld',
        comment: 'When was the work done?',
      });
    }

    describe('about two claims', () => {
      const numbers: string[] = [];
      before(async () => {
        for (let claims = 0; claims < 2; claims += 1) {
          const number = await fileClaim(ana, nextClaim());
          await askForMore(number);
          numbers.push(number);
        }
        await machine.killAndStart();
      });

      for (const [index, when] of ['a question earlier', 'at once'].entries()) {
        it(`tells the partner, whose answer counts (R85; killed ${when})`, async () => {
          const number = pick(numbers, index);
          const asked = await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more from you`));
          match(asked.text, /When was the work done\?/);
          await untilAlertsAreSent(machine, number);
          await ana.press(asked, 'Resubmit', { comment: 'In October 2026.' });
          match(await present(ana, number), /Sent back to the reviewers/);
          await rita.awaitCard(new RegExp(`${number}[^]*answered and resubmitted`), channel);
          deepEqual(await eventsOf(machine, number), [
            'DraftCreated',
            'ClaimSubmitted',
            'ReviewStarted',
            'InformationRequested',
            'ClaimResubmitted',
          ]);
        });
      }
    });

    it('a repeated alert harms nothing: the older card answers as well as the newer', async () => {
      const number = await fileClaim(ana, nextClaim());
      await askForMore(number);
      await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more from you`));
      await untilAlertsAreSent(machine, number);
      await machine.kill();
      // As if the crash had come after sending and before noting that it was sent.
      await sendAgain(machine, number);
      await endLease(machine);
      await machine.start();
      await untilAlertsAreSent(machine, number);

      const [older, newer, ...more] = (await ana.cards()).filter(
        ({ text, buttons }) => text.includes(number) && buttons.includes('Resubmit'),
      );
      ok(older && newer && more.length === 0, 'the alert stands there twice');
      await ana.press(older, 'Resubmit', { comment: 'In October 2026.' });
      await ana.press(newer, 'Resubmit', { comment: 'In October 2026.' });
      deepEqual((await eventsOf(machine, number)).slice(-2), ['InformationRequested', 'ClaimResubmitted']);
    });
  });

  describe('while a file is attached', () => {
    describe('by three people, each at another moment before the kill', () => {
      const delaysMs = [0, 20, 80] as const;
      const content = aLargePdf(6);
      const people = () => [ana, ivan, nils] as const;
      let numbers: string[] = [];
      let acknowledged: boolean[] = [];
      let kept: number[] = [];
      before(async () => {
        numbers = (await Promise.all(people().map((person) => fillTo('proof', person)))).map(numberOn);
        acknowledged = await killedAfter(machine, delaysMs, (index) =>
          // With its number: requests of other claims may be open (D17).
          pick(people(), index).attach('signed.pdf', content, pick(numbers, index)),
        );
        kept = (await Promise.all(numbers.map((number) => proofsOf(machine, number)))).map(
          ({ length }) => length,
        );
        await endLease(machine);
        await machine.start();
      });

      for (const [index, delayMs] of delaysMs.entries()) {
        it(`keeps all of it or nothing, and it can be attached again (killed after ${delayMs} ms)`, async () => {
          const [person, number] = [pick(people(), index), pick(numbers, index)];
          if (acknowledged[index]) equal(kept[index], 1, 'an acknowledged file was lost');
          await person.attach('signed.pdf', content, number);
          const proofs = await proofsOf(machine, number);
          equal(proofs.length, 1, 'it is there once');
          if (kept[index] === 1) match(await person.lastText(), /already attached, as signed\.pdf/);
          for (const { id, bytes } of proofs) {
            equal(bytes, content.byteLength);
            ok(await machine.hasFile(id), 'a file of the draft is not stored');
          }
          await person.pressNewest('Next');
          match((await person.card()).text, /Anything to add\?/);
        });
      }
    });

    it('keeps a file that waits for its claim, and its card goes on (R60)', async () => {
      const number = await fileClaim(ana, nextClaim());
      await ana.attach('signed.pdf', aLargePdf(1), 'C-0000-0000');
      await machine.killAndStart();
      const card = await ana.card();
      match(card.text, /Which claim is this for\?/);
      await ana.press(card, `Add to ${number}`);
      const [, added] = (await claimOf(machine, number))?.proofs ?? [];
      equal(added?.name, 'signed.pdf');
      ok(await machine.hasFile(added?.id ?? ''));
      const waiting = await lookInto(machine, (stored) => stored.uploads());
      ok(!waiting.some(({ fileId }) => fileId === added?.id), 'it waits no more');
    });

    it('shows no file that was only half there', async () => {
      const number = numberOn(await fillTo('proof'));
      const attached = ana.attach('signed.pdf', aLargePdf(20), number).catch(() => undefined);
      await until(() => machine.hasHalfAFile(), 'half a file');
      await machine.kill();
      await attached;
      await machine.start();
      await ana.say('my claims');
      await ana.pressNewest(/Continue|Open/);
      match((await ana.card()).text, /No file yet/);
      await ana.attach('signed.pdf', '%PDF', number);
      match((await ana.card()).text, /1 file attached/);
    });
  });
});

/** A file that begins like a PDF and takes its time. */
function aLargePdf(megabytes: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(megabytes * 1024 * 1024).fill(37);
  content.set(Buffer.from('%PDF-1.7\n'));
  return content;
}
