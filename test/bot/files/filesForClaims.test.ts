import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { type FileHost, startFileHost } from '../../support/fileHost.ts';
import { announced, fileMessages } from '../../support/fileMessages.ts';
import { answered, fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';
import { changesNothing, forge, neverFailed } from '../badInput/answers.ts';

// Above 200 lines: one question, and every answer to it.

describe('When a file is sent outside a proof step', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let host: FileHost;
  let ana: ChatPerson;
  let send: ReturnType<typeof fileMessages>['send'];

  before(async () => {
    host = await startFileHost();
    bot = await startBotWithTeams({ fileHosts: [host.host] });
    ana = bot.person('ana');
    send = fileMessages(bot).send;
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
    host.close();
  });

  let contents = 0;
  /** A file with content of its own. */
  const aFile = (name = 'signed.pdf') => announced(name, host.pdf(`content ${contents++}`));
  let claimsMade = 0;
  const file = () => fileClaim(ana, { name: { claimName: `Claim ${++claimsMade}` } });
  const nameOf = (number: string, text: string) => new RegExp(`${number}[^]*${text}|${text}[^]*${number}`);
  const claimOf = async (number: string) =>
    (await bot.stored.claims()).find((claim) => claim.number === number);
  const draftOf = async (number: string) =>
    (await bot.stored.drafts()).find((draft) => draft.number === number);
  const namesOn = async (number: string) =>
    ((await claimOf(number)) ?? (await draftOf(number)))?.proofs.map(({ name }) => name) ?? [];
  const waitingIds = async () => (await bot.stored.uploads()).map(({ fileId }) => fileId);
  const onDisk = (id: string) => existsSync(join(bot.filesFolder, id));
  const add = (number: string) => `Add to ${number}`;

  async function askedForMore(): Promise<string> {
    const number = await file();
    const rita = bot.person('rita');
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { reasons: 'DatesMissingOrOld', comment: 'Which dates?' });
    await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more from you`));
    return number;
  }

  it('is kept at once and asked about; one press adds it to a submitted claim (R60)', async () => {
    const number = await file();
    await send([aFile()]);
    const card = await ana.card();
    match(card.text, /Which claim is this for\?/);
    match(card.text, /signed\.pdf is kept until \{\{DATE/);
    const [id = ''] = await waitingIds();
    ok(onDisk(id), 'the file is stored before anybody answers');
    await ana.press(card, add(number));
    match((await ana.card()).text, new RegExp(`signed\\.pdf is added to ${number}`));
    deepEqual(await namesOn(number), ['statement-of-work.pdf', 'signed.pdf']);
    deepEqual(await waitingIds(), []);
    ok(onDisk(id), 'it is the claim’s file now');
    deepEqual((await bot.stored.history(number)).at(-1)?.event, { kind: 'ProofAdded', name: 'signed.pdf' });
  });

  it('leads on to the claim that it was added to', async () => {
    const number = await file();
    await send([aFile()]);
    await ana.pressNewest(add(number));
    await ana.pressNewest('Open the claim');
    match((await ana.card()).text, nameOf(number, 'signed\\.pdf'));
  });

  it('offers the claim that was shown last first, then the newest', async () => {
    const [older, newer] = [await file(), await file()];
    await ana.say(`claim ${older}`);
    await send([aFile()]);
    const { buttons } = await ana.card();
    deepEqual(buttons.slice(0, 2), [add(older), add(newer)]);
    await ana.pressNewest('Delete file');
  });

  it('says what comes next on a claim that waits for the partner, which is answered then (R60, D3)', async () => {
    const number = await askedForMore();
    const alert = await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more from you`));
    await send([aFile('dates.pdf')]);
    match((await ana.card()).text, new RegExp(`dates\\.pdf is added to ${number}\\..*press “Resubmit”`));
    await ana.press(alert, 'Resubmit');
    equal((await claimOf(number))?.status, 'Submitted');
  });

  it('can be for a draft, whose form is at another step', async () => {
    const number = numberOn(await fillInTo(ana, 'activity'));
    await send([aFile()]);
    const card = await ana.card();
    equal(card.buttons[0], add(number));
    await ana.press(card, add(number));
    deepEqual(await namesOn(number), ['signed.pdf']);
    deepEqual(await waitingIds(), []);
    await ana.pressNewest('Continue with the draft');
    match((await ana.card()).text, nameOf(number, 'What did you do for them'));
  });

  it('goes straight to the draft whose proof step is open (R57)', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await send([aFile()]);
    match((await ana.card()).text, /1 file attached/);
    deepEqual(await namesOn(number), ['signed.pdf']);
    await ana.say('cancel');
  });

  it('is asked about when the draft at its proof step has been submitted by a colleague', async () => {
    const number = numberOn(await fillInTo(ana, 'comments'));
    await ana.pressNewest('Back');
    const ivan = bot.person('ivan');
    await ivan.say(`claim ${number}`);
    await ivan.pressNewest('Take over and continue');
    await ivan.pressNewest('Submit');
    await send([aFile()]);
    match((await ana.card()).text, /Which claim is this for\?/);
    await ana.pressNewest(add(number));
    deepEqual(await namesOn(number), ['statement-of-work.pdf', 'signed.pdf']);
    await ana.say('cancel');
  });

  it('does not offer claims that take no file', async () => {
    const number = await file();
    const rita = bot.person('rita');
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await ana.say(`claim ${number}`);
    await send([aFile()]);
    const card = await ana.card();
    ok(!card.buttons.includes(add(number)), card.buttons.join());
    await ana.press(card, 'Delete file');
  });

  it('asks again, with the reason, when the claim has moved on meanwhile', async () => {
    const [moved, other] = [await file(), await file()];
    await send([aFile('late.pdf')]);
    const card = await ana.card();
    const rita = bot.person('rita');
    await rita.say(`claim ${moved}`);
    await rita.pressNewest('Start review');
    await ana.press(card, add(moved));
    const again = await ana.card();
    match(again.text, /late\.pdf was not added\. This is not possible while the claim is “Under review”/);
    await ana.press(again, add(other));
    ok((await namesOn(other)).includes('late.pdf'));
    deepEqual(await waitingIds(), []);
  });

  it('asks again when the file is there already, and when the claim is full (D9)', async () => {
    const number = await file();
    const twin = announced('twin.pdf', host.pdf('one content'));
    await send([twin]);
    await ana.pressNewest(add(number));
    await send([announced('other name.pdf', host.pdf('one content'))]);
    await ana.pressNewest(add(number));
    match(
      (await ana.card()).text,
      /other name\.pdf was not added\. The same file is already attached, as twin\.pdf/,
    );
    await ana.pressNewest('Delete file');

    for (let index = 0; index < 18; index += 6) {
      await send(Array.from({ length: 6 }, (_, each) => aFile(`${index + each}.pdf`)));
      await ana.pressNewest(add(number));
    }
    equal((await namesOn(number)).length, 20);
    await send([aFile('one more.pdf')]);
    await ana.pressNewest(add(number));
    match((await ana.card()).text, /one more\.pdf was not added\. A claim can have 20 files at most/);
    await ana.pressNewest('Delete file');
  });

  it('adds all files of a message with one press, and asks again about the others', async () => {
    const number = await file();
    await send([
      announced('a.pdf', host.pdf('a and b')),
      announced('b.pdf', host.pdf('a and b')),
      aFile('c.pdf'),
    ]);
    const card = await ana.card();
    match(card.text, /a\.pdf, b\.pdf and c\.pdf: these 3 files are kept/);
    await ana.press(card, add(number));
    const again = await ana.card();
    match(again.text, /a\.pdf is added[\s\S]*b\.pdf was not added[\s\S]*c\.pdf is added/);
    match(again.text, /b\.pdf is kept until/);
    deepEqual(await namesOn(number), ['statement-of-work.pdf', 'a.pdf', 'c.pdf']);
    await ana.press(again, 'Delete file');
    deepEqual(await waitingIds(), []);
  });

  it('has one effect when pressed twice, on the old card or another claim, and says what became of it', async () => {
    const [one, other] = [await file(), await file()];
    await send([aFile()]);
    const card = await ana.card();
    await Promise.all([ana.press(card, add(one)), ana.press(card, add(one))]);
    await changesNothing(bot, async () => {
      for (const title of [add(one), add(other), 'Delete file', 'Refresh the list']) {
        await ana.press(card, title);
        match((await ana.card()).text, new RegExp(`signed\\.pdf is already added to ${one}`));
      }
    });
    deepEqual(await namesOn(one), ['statement-of-work.pdf', 'signed.pdf']);
    deepEqual(await namesOn(other), ['statement-of-work.pdf']);
  });

  it('is deleted at a press, and says so afterwards', async () => {
    const number = await file();
    await send([aFile()]);
    const card = await ana.card();
    const [id = ''] = await waitingIds();
    await ana.press(card, 'Delete file');
    match((await ana.card()).text, /signed\.pdf was deleted/);
    equal(onDisk(id), false);
    await changesNothing(bot, async () => {
      await ana.press(card, add(number));
      match((await ana.card()).text, /signed\.pdf has been deleted\. Attach it again/);
    });
  });

  it('can be what a new claim is begun with (R98)', async () => {
    await send([aFile('first.pdf')]);
    const asked = await ana.card();
    await ana.press(asked, 'New claim');
    const form = await ana.card();
    match(form.text, /Who is the customer\?/);
    await ana.press(form, 'Next', { customerDomain: 'not a domain' });
    await ana.pressNewest('Next', answered.customer);
    const number = numberOn(await ana.card());
    ok((await ana.messages()).some(({ text }) => text === `first.pdf is added to ${number}.`));
    deepEqual(await namesOn(number), ['first.pdf']);
    deepEqual(await waitingIds(), []);
    await ana.pressNewest('Next', answered.activity);
    match((await ana.card()).text, /Give the claim a name/);
    await ana.press(asked, 'New claim');
    await ana.say('cancel');
  });

  it('is the same file when the message is delivered again', async () => {
    const number = await file();
    const attachments = [announced('signed.pdf', host.pdf('twice delivered'))];
    await send(attachments, { id: '91' });
    await changesNothing(bot, () => send(attachments, { id: '91' }));
    match((await ana.card()).text, /Which claim is this for\?/);
    await ana.pressNewest(add(number));
    const said = async () => (await ana.messages()).filter(({ from }) => from === 'bot').length;
    const before = await said();
    await changesNothing(bot, () => send(attachments, { id: '91' }));
    equal(await said(), before);
    equal(host.fetched.filter((path) => path === 'twice%20delivered').length, 1);
  });

  it('asks a colleague who may not file for a claim only (R97, R98)', async () => {
    const number = await file();
    await send([aFile('from Ben.pdf')], { who: 'ben' });
    const ben = bot.person('ben');
    const card = await ben.card();
    ok(!card.buttons.includes('New claim'));
    await ben.press(card, add(number));
    ok((await namesOn(number)).includes('from Ben.pdf'));
  });

  it('is nobody else’s to add or delete, in or out of the company', async () => {
    const number = await file();
    await send([aFile()]);
    const [id = ''] = await waitingIds();
    for (const who of ['ben', 'nils', 'rita']) {
      const person = bot.person(who);
      await person.say('help');
      const { activityId: on } = await person.card();
      await changesNothing(bot, async () => {
        for (const [verb, more] of [
          ['file.add', { number }],
          ['file.discard', {}],
          ['file.ask', {}],
        ] as const) {
          const { status, text } = await forge(bot, who, { on, verb, files: [id], ...more });
          equal(status, 200);
          match(text, /This file is no longer kept/);
        }
      });
    }
    await ana.pressNewest('Delete file');
  });

  it('stays where it is when the chosen claim is not one’s own or none at all', async () => {
    await send([aFile()]);
    const { activityId: on } = await ana.card();
    const [id = ''] = await waitingIds();
    await changesNothing(bot, async () => {
      const { text } = await forge(bot, 'ana', { on, verb: 'file.add', files: [id], number: 'C-0000-0000' });
      match(text, /signed\.pdf was not added\. There is no such claim/);
      for (const files of [[], 'x', ['../../etc'], [id.toUpperCase()], Array(11).fill(id)]) {
        const answer = await forge(bot, 'ana', { on, verb: 'file.discard', files });
        match(answer.text, /This button no longer works/);
      }
    });
    await ana.pressNewest('Delete file');
  });

  it('says that a file nobody placed for a day is no longer kept', async () => {
    const number = await file();
    await send([aFile()]);
    const card = await ana.card();
    const [id = ''] = await waitingIds();
    await bot.sweep(new Date(Date.now() + 23 * 3_600_000));
    ok(onDisk(id));
    await bot.sweep(new Date(Date.now() + 25 * 3_600_000));
    equal(onDisk(id), false);
    await changesNothing(bot, async () => {
      await ana.press(card, add(number));
      match(
        (await ana.card()).text,
        /This file is no longer kept: a file without a claim is kept for one day/,
      );
    });
  });

  it('offers the next claims on a further page, and all of them in the end', async () => {
    const numbers = new Set<string>();
    const nils = bot.person('nils');
    for (let count = 0; count < 10; count += 1)
      numbers.add(
        await fileClaim(nils, {
          customer: { mpnId: '6104418' },
          activity: { solutionArea: 'Microsoft365', activities: 'Usage' },
        }),
      );
    await send([aFile()], { who: 'nils' });
    const first = await nils.card();
    equal(first.buttons.filter((title) => title.startsWith('Add to')).length, 6);
    await nils.press(first, 'More claims');
    const second = await nils.card();
    const offered = [...first.buttons, ...second.buttons].filter((title) => title.startsWith('Add to'));
    deepEqual(new Set(offered), new Set([...numbers].map(add)));
    ok(!second.buttons.includes('More claims'));
    await nils.press(second, offered.at(-1) ?? '');
    match((await nils.card()).text, /signed\.pdf is added to/);
  });

  it('by a reviewer, stores nothing and says whose files these are', async () => {
    await changesNothing(bot, async () => {
      await send([aFile()], { who: 'rita' });
      match(
        await bot.person('rita').lastText(),
        /Nothing was stored\. Proof of execution is attached by the partner/,
      );
    });
  });

  it('by a stranger, stores nothing', async () => {
    await changesNothing(bot, async () => {
      await send([aFile()], { who: 'stranger' });
      match(await bot.person('stranger').lastText(), /I do not know you yet/);
    });
  });

  it('in the channel, stores nothing (R57)', async () => {
    const rita = bot.roster.personOf('rita');
    const conversation = bot.roster.conversationOf(bot.channel);
    ok(rita && conversation);
    const activity = bot.activities.files({ person: rita, conversation: conversation }, '90000', {
      written: '',
      linked: [],
    });
    await changesNothing(bot, async () => {
      equal((await bot.post({ ...activity, attachments: [aFile()] })).status, 200);
      match((await bot.person('rita').messages(bot.channel)).at(-1)?.text ?? '', /Nothing was stored/);
    });
  });

  it('leaves no file that is on no claim', async () => {
    const { claims, drafts, uploads } = await bot.stored.everything();
    const known = [...claims, ...drafts].flatMap(({ proofs }) => proofs.map(({ id }) => id));
    deepEqual(readdirSync(bot.filesFolder).sort(), known.sort());
    deepEqual(uploads, []);
  });

  it('is listed on the draft’s open proof step once it is added to it from another card', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await ana.say('cancel');
    await send([await aFile('waits.pdf')]);
    const question = await ana.newestWith(add(number));
    await ana.say(`claim ${number}`);
    match((await ana.card()).text, /No file yet/);
    await ana.press(question, add(number));
    const step = await ana.card();
    match(step.text, /Attach your proof of execution[\s\S]*waits\.pdf/);
    await ana.press(step, 'Delete draft');
    await ana.pressNewest('Delete file');
  });
});
