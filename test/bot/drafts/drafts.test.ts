import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import type { Contact } from '../../../services/outbox/addressBook.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { answered, fillInTo, numberOn } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';
import { neverFailed } from '../badInput/answers.ts';

// Above 200 lines: what two colleagues and the system do with one draft, read together.

describe('When colleagues share a draft (D13, R97)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let ben: ChatPerson;
  let ivan: ChatPerson;

  before(async () => {
    bot = await startBotWithTeams({ people: ['ana', 'ben', 'ivan', 'nils', 'nora', 'rita'] });
    [ana, ben, ivan] = ['ana', 'ben', 'ivan'].map((id) => bot.person(id)) as [
      ChatPerson,
      ChatPerson,
      ChatPerson,
    ];
  });
  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  const draft = async (number: string) =>
    (await bot.stored.drafts()).find((known) => known.number === number);
  const again = async (person: ChatPerson, { activityId }: SeenCard): Promise<SeenCard> => {
    const found = (await person.cards()).find((card) => card.activityId === activityId);
    ok(found);
    return found;
  };
  /** Presses, and gives the card as it is then in the same place. */
  async function pressed(
    person: ChatPerson,
    on: SeenCard,
    title: string | RegExp,
    typed: Record<string, string> = {},
  ): Promise<SeenCard> {
    await person.press(on, title, typed);
    return await again(person, on);
  }
  /** Ana's draft at its name step, and her card. */
  async function atName() {
    const card = await fillInTo(ana, 'name');
    return { card, number: numberOn(card) };
  }
  async function takenOver(person: ChatPerson, number: string): Promise<SeenCard> {
    await person.say(`claim ${number}`);
    return await pressed(person, await person.card(), 'Take over and continue');
  }

  describe('and one opens what another is filling in', () => {
    for (const [how, openIt] of [
      ['by its number', async (number: string) => void (await ben.say(`claim ${number}`))],
      [
        'from the list',
        async (number: string) => {
          await ben.say('my claims');
          match((await ben.card()).text, /With Ana Ruiz/);
          await ben.press(await ben.card(), `Open ${number}`);
        },
      ],
    ] as const) {
      it(`${how}, is told whose it is before anything changes`, async () => {
        const { number } = await atName();
        await openIt(number);
        const asked = await ben.card();
        match(asked.text, /Ana Ruiz has been filling in this draft/);
        deepEqual(asked.buttons, ['Take over and continue', 'My claims', 'Delete draft']);
        equal((await draft(number))?.ownedBy, undefined);
        const form = await pressed(ben, asked, 'Take over and continue');
        match(form.text, /Give the claim a name/);
        equal((await draft(number))?.ownedBy?.name, 'Ben Okafor');
      });
    }

    it('is asked nothing about a draft of their own', async () => {
      const { number } = await atName();
      await ana.say(`claim ${number}`);
      match((await ana.card()).text, /Give the claim a name/);
    });

    it('is asked too where a file has been put on it, and the file does not take it over', async () => {
      const { number } = await atName();
      await ben.attach('signed.pdf', '%PDF-1.7 signed');
      await ben.pressNewest(`Add to ${number}`);
      equal((await draft(number))?.proofs.length, 1);
      await ben.pressNewest('Continue with the draft');
      match((await ben.card()).text, /Ana Ruiz has been filling in this draft/);
      equal((await draft(number))?.ownedBy, undefined);
    });

    it('loses nothing of what the other was typing, and learns who has it', async () => {
      const { number, card } = await atName();
      await takenOver(ben, number);
      const refused = await pressed(ana, card, 'Next', { claimName: 'Half a na' });
      match(
        refused.text,
        /Ben Okafor has taken over this draft\. What you typed is still below but not saved yet/,
      );
      equal(refused.inputs.claimName, 'Half a na');
      equal((await draft(number))?.answers.claimName, undefined);
      match((await pressed(ana, refused, 'Next')).text, /What do you claim/);
      const saved = await draft(number);
      deepEqual([saved?.answers.claimName, saved?.ownedBy?.name], ['Half a na', 'Ana Ruiz']);
    });

    it('is not warned about typed text where nothing was typed', async () => {
      const card = await fillInTo(ana, 'proof');
      await takenOver(ben, numberOn(card));
      match(
        (await pressed(ana, card, 'Next')).text,
        /Ben Okafor has taken over this draft\. Here is how it stands now; the next button you press takes it back/,
      );
    });

    it('asks where a file goes once the draft is a colleague’s, though its proof step still stands open', async () => {
      const number = numberOn(await fillInTo(ana, 'proof'));
      await takenOver(ben, number);
      await ana.attach('mine.pdf', '%PDF-1.7 mine');
      match((await ana.card()).text, /Which claim is this for\?/);
      equal((await draft(number))?.proofs.length, 0);
    });

    it('asks before an old review card leads into it', async () => {
      const review = await fillInTo(ana, 'review');
      await takenOver(ben, numberOn(review));
      match((await pressed(ana, review, 'Change: Name')).text, /Ben Okafor has been filling in/);
    });

    it('is told at the review who can submit, if they cannot (R98)', async () => {
      const number = numberOn(await fillInTo(ana, 'review'));
      await ben.say(`claim ${number}`);
      await ben.pressNewest('Take over and continue');
      const review = await ben.card();
      match(
        review.text,
        /Only Incentives admins can submit\. Ask (Ana Ruiz or Ivan Petrov|Ivan Petrov or Ana Ruiz)/,
      );
      ok(!review.buttons.includes('Submit'));
      await takenOver(ivan, number);
      ok((await ivan.card()).buttons.includes('Submit'));
    });
  });

  describe('and one deletes it', () => {
    it('is asked first, with what goes; “Keep it” leads back with everything typed', async () => {
      const { number, card } = await atName();
      const asked = await pressed(ana, card, 'Delete draft', { claimName: 'Half a na' });
      match(
        asked.text,
        /Delete this draft\?[\s\S]*cannot be undone[\s\S]*Half a na[\s\S]*contoso\.onmicrosoft\.com/,
      );
      deepEqual(asked.buttons, ['Keep it', 'Delete']);
      const kept = await pressed(ana, asked, 'Keep it');
      match(kept.text, /Give the claim a name/);
      equal(kept.inputs.claimName, 'Half a na');
      equal((await draft(number))?.answers.claimName, 'Half a na');
    });

    it('is gone after the second press, and says so on every old card', async () => {
      const { number, card } = await atName();
      await ana.say(`claim ${number}`);
      const other = await ana.card();
      const asked = await pressed(ana, other, 'Delete draft');
      const gone = await pressed(ana, asked, 'Delete');
      match(gone.text, /Draft deleted/);
      deepEqual(gone.buttons, ['New claim', 'My claims']);
      equal(await draft(number), undefined);
      await ana.say(`claim ${number}`);
      match(await ana.lastText(), new RegExp(`You deleted draft ${number} on `));
      for (const title of ['Delete', 'Keep it']) await ana.press(asked, title);
      await ben.say(`claim ${number}`);
      match(await ben.lastText(), new RegExp(`Ana Ruiz deleted draft ${number} on `));
      ok((await again(ana, card)).buttons.includes('Next'));
    });

    it('asks once more when a colleague has added work meanwhile', async () => {
      const { number, card } = await atName();
      const asked = await pressed(ana, card, 'Delete draft');
      await ben.attach('signed.pdf', '%PDF-1.7 signed');
      await ben.pressNewest(`Add to ${number}`);
      const again = await pressed(ana, asked, 'Delete');
      match(again.text, /has changed in the meantime, so it was not deleted[\s\S]*signed\.pdf/);
      ok(await draft(number));
      match((await pressed(ana, again, 'Delete')).text, /Draft deleted/);
      equal(await draft(number), undefined);
    });

    it('is refused on an old form, which is shown as it stands with what was typed', async () => {
      const { number, card } = await atName();
      await takenOver(ben, number);
      const refused = await pressed(ana, card, 'Delete draft', { claimName: 'Half a na' });
      match(refused.text, /Ben Okafor has taken over this draft/);
      equal(refused.inputs.claimName, 'Half a na');
      ok(await draft(number));
    });

    it('is shown the claim when a colleague has submitted it meanwhile', async () => {
      const review = await fillInTo(ana, 'review');
      const number = numberOn(review);
      const asked = await pressed(ana, review, 'Delete draft');
      await takenOver(ivan, number);
      await ivan.pressNewest('Submit');
      match((await pressed(ana, asked, 'Delete')).text, /has already been submitted/);
      equal((await bot.stored.claims()).filter((claim) => claim.number === number).length, 1);
    });

    it('can be by an admin who cannot submit, who is offered no new claim (R97, R98)', async () => {
      const { number } = await atName();
      await ben.say(`claim ${number}`);
      const asked = await pressed(ben, await ben.card(), 'Delete draft');
      const gone = await pressed(ben, asked, 'Delete');
      match(gone.text, /Draft deleted/);
      deepEqual(gone.buttons, ['My claims']);
    });

    it('lets the person who was typing start again with what they typed', async () => {
      const { number, card } = await atName();
      await ben.say(`claim ${number}`);
      await ben.pressNewest('Delete draft');
      await ben.pressNewest('Delete');
      const anew = await pressed(ana, card, 'Next', { claimName: 'Half a na' });
      match(anew.text, /Ben Okafor deleted draft[\s\S]*is not lost: start again here[\s\S]*MPN ID/);
      await ana.press(anew, 'Next', answered.customer);
      const name = await pressed(ana, await again(ana, card), 'Next', answered.activity);
      equal(name.inputs.claimName, 'Half a na');
      ok(numberOn(name) !== number);
    });

    it('is not in the way of a new claim with the same answers on the same card', async () => {
      const { number, card } = await atName();
      await pressed(ana, card, 'Delete draft');
      await pressed(ana, await again(ana, card), 'Delete');
      await pressed(ana, await again(ana, card), 'New claim');
      // Drafts of the other situations may stand open.
      if ((await again(ana, card)).buttons.includes('Start another claim'))
        await pressed(ana, await again(ana, card), 'Start another claim');
      const next = await pressed(ana, await again(ana, card), 'Next', answered.customer);
      match(next.text, /What did you do for them/);
      ok(numberOn(next) !== number);
    });

    it('leaves typed text on the card of a person who cannot start again, and says who deleted it', async () => {
      const { number } = await atName();
      const form = await takenOver(ben, number);
      await ivan.say(`claim ${number}`);
      await ivan.pressNewest('Delete draft');
      await ivan.pressNewest('Delete');
      const answer = JSON.stringify(await ben.press(form, 'Next', { claimName: 'Ben’s' }));
      match(answer, /Ivan Petrov deleted draft/);
      match((await again(ben, form)).text, /Give the claim a name/);
    });

    it('deletes its files with it', async () => {
      const review = await fillInTo(ana, 'review');
      const [file] = (await draft(numberOn(review)))?.proofs ?? [];
      ok(file);
      const asked = await pressed(ana, review, 'Delete draft');
      await pressed(ana, asked, 'Delete');
      await bot.sweep(new Date(Date.now() + 1000));
      equal(await bot.files.open(file.id), undefined);
    });
  });

  it('is nothing for another company, or for reviewers (R53)', async () => {
    const { number, card } = await atName();
    const before = JSON.stringify(await draft(number));
    for (const id of ['nils', 'rita', 'nora']) {
      const person = bot.person(id);
      await person.say(`claim ${number}`);
      match(await person.lastText(), /There is no such claim that you can see/);
      doesNotMatch(JSON.stringify(await person.messages()), /Ana Ruiz has been filling/);
    }
    equal(JSON.stringify(await draft(number)), before);
    ok(card.buttons.includes('Delete draft'));
  });
});

describe('When a draft stands still (D13, R99)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let ivan: ChatPerson;
  let number: string;
  let time: number;

  beforeEach(async () => {
    time = Date.parse('2026-11-02T18:00:00.000Z');
    bot = await startBotWithTeams({
      people: ['ana', 'ben', 'ivan', 'nils', 'nora', 'rita'],
      now: () => new Date(time),
    });
    ana = bot.person('ana');
    ivan = bot.person('ivan');
    await ivan.say('help');
    number = numberOn(await fillInTo(ana, 'proof'));
  });
  afterEach(() => bot.stop());

  async function pass(days: number): Promise<void> {
    time += days * 86_400_000;
    await bot.sweepDrafts();
  }
  /** Sets the zone that her client sent last; undefined: it never sent one. */
  async function anaIsIn(timeZone?: string): Promise<void> {
    const place = { pk: `address:${fromDemo('Ana Ruiz').personId}`, id: 'address' } as const;
    const known = await bot.store.read<Contact<Record<string, string>>>(place.pk, place.id);
    const { timeZone: _own, ...address } = known?.body.address ?? {};
    const body = { address: { ...address, ...(timeZone ? { timeZone } : {}) } };
    await bot.store.batch(place.pk, [{ kind: 'upsert', document: { ...place, type: 'address', body } }]);
  }
  const quiet = async () => {
    for (const event of ['draftReminder', 'draftNotice', 'draftDeleted'])
      await until(async () => (await bot.stored.waitingAlerts(`${event}:${number}`)).length === 0, event);
  };
  const heard = async (person: ChatPerson) =>
    (await person.messages()).flatMap(({ summary, alert }) => (alert && summary ? [summary] : []));

  it('reminds its owner, says what is missing, and goes on from there', async () => {
    await pass(15);
    const card = await ana.awaitCard(/This draft is waiting for you/);
    match(card.text, /Contoso adoption · contoso\.onmicrosoft\.com/);
    match(card.text, /Nothing has changed in it since[\s\S]*Next: Attach your proof of execution/);
    deepEqual(card.buttons, ['Continue', 'Delete draft']);
    deepEqual(await heard(ana), [`Draft ${number} is waiting: Contoso adoption`]);
    await ana.press(card, 'Continue');
    match((await ana.card()).text, /Attach your proof of execution/);
  });

  it('tells a owner who cannot submit whom to ask (R98)', async () => {
    const ben = bot.person('ben');
    await ben.say('my claims');
    await ana.attach('statement-of-work.pdf', '%PDF-1.7 signed by Cleo Park');
    await ana.pressNewest('Next');
    await ben.say(`claim ${number}`);
    await ben.pressNewest('Take over and continue');
    await pass(15);
    const card = await ben.awaitCard(/This draft is waiting for you/);
    match(card.text, /it can be submitted\.\s+Only Incentives admins can submit\. Ask Ana Ruiz/);
    doesNotMatch(card.text, /check and submit/);
  });

  for (const [what, zone, morning] of [
    ['the centre’s', undefined, '2026-11-17T17:00:00.000Z'],
    ['their client’s', 'America/New_York', '2026-11-17T14:00:00.000Z'],
  ] as const) {
    it(`reminds nobody at midnight, but at nine in the morning of ${what} zone`, async () => {
      await anaIsIn(zone);
      const counted: number[] = [];
      for (const at of [
        Date.parse('2026-11-17T08:00:00.000Z'),
        Date.parse(morning) - 1000,
        Date.parse(morning),
      ]) {
        time = at;
        await bot.background.catchUp();
        counted.push((await heard(ana)).length);
      }
      deepEqual(counted, [0, 0, 1]);
    });
  }

  for (const [what, change] of [
    ['taken over', () => ivan.pressNewest('Take over and continue')],
    [
      'deleted',
      async () => {
        await ana.pressNewest('Delete draft');
        await ana.pressNewest('Delete');
      },
    ],
  ] as const) {
    it(`says nothing in the morning of one that was ${what} at night`, async () => {
      await ivan.say(`claim ${number}`);
      await anaIsIn();
      time = Date.parse('2026-11-17T08:00:00.000Z');
      await bot.background.catchUp();
      equal((await bot.stored.waitingAlerts(`draftReminder:${number}`)).length, 1);
      await change();
      time = Date.parse('2026-11-17T17:00:00.000Z');
      await bot.background.catchUp();
      equal((await bot.stored.waitingAlerts(`draftReminder:${number}`)).length, 0);
      deepEqual([await heard(ana), await heard(ivan)], [[], []]);
    });
  }

  it('is told of by the notice alone after a pause that began before the reminder’s morning', async () => {
    await anaIsIn();
    time = Date.parse('2026-11-17T08:00:00.000Z');
    await bot.background.catchUp();
    time = Date.parse('2027-01-25T10:00:00.000Z');
    await bot.background.catchUp();
    deepEqual(await heard(ana), []);
    time = Date.parse('2027-01-25T17:00:00.000Z');
    await bot.background.catchUp();
    match((await heard(ana)).join(), /^Draft \S+ will be deleted after Mon 1 Feb 2027/);
  });

  it('is done by the bot itself, at its start for what it has slept through', async () => {
    await bot.background.stop();
    time += 15 * 86_400_000;
    bot.background.start();
    const waiting = () => bot.stored.waitingAlerts(`draftReminder:${number}`);
    await until(async () => (await waiting()).length === 1, 'the reminder in the outbox');
  });

  it('gives notice with the day, then deletes it, and its card says so in place', async () => {
    await pass(83);
    const notice = await ana.awaitCard(/about to be deleted/);
    match(notice.text, /deleted after Sun 31 Jan 2027, 24:00 Pacific Time/);
    await quiet();
    await pass(7);
    equal((await bot.stored.drafts()).length, 1);
    await pass(1);
    equal((await bot.stored.drafts()).length, 0);
    await ana.awaitCard(/Draft deleted[\s\S]*Nobody had changed it for 90 days/);
    await quiet();
    equal((await heard(ana)).length, 1);
    await ana.press(notice, 'Continue');
    await ana.say(`claim ${number}`);
    match(await ana.lastText(), /was deleted on .*nobody had changed it for 90 days/);
  });

  it('is deleted from the reminder, after a question; “Keep it” goes on with it', async () => {
    await pass(15);
    const card = await ana.awaitCard(/This draft is waiting for you/);
    await ana.press(card, 'Delete draft');
    await ana.pressNewest('Keep it');
    match((await ana.card()).text, /Attach your proof of execution/);
    await ana.press(card, 'Delete draft');
    await ana.pressNewest('Delete');
    match((await ana.card()).text, /Draft deleted/);
    equal((await bot.stored.drafts()).length, 0);
  });

  it('tells the other Incentives admins when its owner cannot be reached, and the owner with the next word', async () => {
    await ana.call('people/ana/blocked', { blocked: true });
    await pass(15);
    const card = await ivan.awaitCard(/A colleague’s draft is waiting/);
    match(card.text, /Ana Ruiz has been filling it in/);
    await ivan.press(card, 'Continue');
    match((await ivan.card()).text, /Ana Ruiz has been filling in this draft/);
    await quiet();
    await ana.call('people/ana/blocked', { blocked: false });
    await ana.say('help');
    await ana.awaitCard(/This draft is waiting for you/);
  });

  for (const [what, change] of [
    ['changed', () => ana.pressNewest('Next')],
    [
      'deleted',
      async () => {
        await ana.pressNewest('Delete draft');
        await ana.pressNewest('Delete');
      },
    ],
  ] as const) {
    it(`says nothing any more once it has been ${what} while Teams was away`, async () => {
      const { chat } = await ana.me();
      let away = true;
      bot.wire.fault = ({ method, path }) =>
        away && method === 'POST' && path.includes(`${chat}/activities`) ? { status: 500 } : undefined;
      await pass(15);
      await until(() => bot.wire.calls.some(({ path }) => path.includes(`${chat}/activities`)), 'an attempt');
      await change();
      away = false;
      time += 600_000;
      await quiet();
      deepEqual(await heard(ana), []);
    });
  }

  it('is told of by the notice alone when the reminder has not come through', async () => {
    const { chat } = await ana.me();
    let away = true;
    bot.wire.fault = ({ method, path }) =>
      away && method === 'POST' && path.includes(`${chat}/activities`) ? { status: 500 } : undefined;
    await pass(15);
    await pass(68);
    away = false;
    time += 600_000;
    await quiet();
    deepEqual(
      (await heard(ana)).map((summary) => /will be deleted after/.test(summary)),
      [true],
    );
  });
});
