import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { type FileHost, startFileHost } from '../../support/fileHost.ts';
import { announced, fileMessages } from '../../support/fileMessages.ts';
import { fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';

describe('Which claim a file is for (D17)', function () {
  this.timeout(60_000);
  let host: FileHost;
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  let send: ReturnType<typeof fileMessages>['send'];

  beforeEach(async () => {
    host = await startFileHost();
    bot = await startBotWithTeams({ people: ['ana', 'ben', 'nils', 'rita'], fileHosts: [host.host] });
    [ana, rita] = [bot.person('ana'), bot.person('rita')];
    send = fileMessages(bot).send;
  });
  afterEach(async () => {
    await bot.stop();
    host.close();
  });

  let contents = 0;
  const aFile = (name = 'signed.pdf') => announced(name, host.pdf(`meant ${contents++}`));
  const namesOn = async (number: string) => {
    const all = [...(await bot.stored.claims()), ...(await bot.stored.drafts())];
    return all.find((claim) => claim.number === number)?.proofs.map(({ name }) => name) ?? [];
  };
  const askedOn = async (line: string): Promise<string> => {
    const number = await fileClaim(ana, { lines: { lines: line } });
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { reasons: 'DatesMissingOrOld', comment: 'Which dates?' });
    await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more from you`));
    return number;
  };
  const offered = async () => (await ana.card()).buttons.filter((title) => title.startsWith('Add to'));

  it('goes to the only request, without a question', async () => {
    const asked = await askedOn('teams');
    await fileClaim(ana, { lines: { lines: 'onedrive' } });
    await send([aFile('dates.pdf')]);
    match((await ana.card()).text, new RegExp(`dates\\.pdf is added to ${asked}\\.`));
    deepEqual(await namesOn(asked), ['statement-of-work.pdf', 'dates.pdf']);
    deepEqual(await bot.stored.uploads(), []);
  });

  it('is asked while a proof step and a request are open; the request is offered first', async () => {
    const asked = await askedOn('teams');
    const draft = numberOn(await fillInTo(ana, 'proof'));
    await send([aFile()]);
    match((await ana.card()).text, /Which claim is this for\?/);
    deepEqual((await offered()).slice(0, 2), [`Add to ${asked}`, `Add to ${draft}`]);
    deepEqual([await namesOn(asked), await namesOn(draft)], [['statement-of-work.pdf'], []]);
    await ana.pressNewest(`Add to ${draft}`);
    deepEqual(await namesOn(draft), ['signed.pdf']);
  });

  it('a request that comes while the proof step is open makes it a question too', async () => {
    const number = await fileClaim(ana, { lines: { lines: 'teams' } });
    const draft = numberOn(await fillInTo(ana, 'proof'));
    match((await ana.card()).text, /If a reviewer waits for your answer on another claim too, I ask/);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { reasons: 'DatesMissingOrOld', comment: 'Which dates?' });
    const alert = await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more from you`));
    match(
      alert.text,
      new RegExp(`Write ${number} with it; without it, I ask where another claim could be meant`),
    );
    await send([aFile()]);
    deepEqual((await offered()).slice(0, 2), [`Add to ${number}`, `Add to ${draft}`]);
  });

  it('the newest of two requests is offered first', async () => {
    const [older, newer] = [await askedOn('teams'), await askedOn('onedrive')];
    await send([aFile()]);
    deepEqual((await offered()).slice(0, 2), [`Add to ${newer}`, `Add to ${older}`]);
  });

  it('a number written with it decides, however it is written', async () => {
    const [asked, other] = [await askedOn('teams'), await fileClaim(ana, { lines: { lines: 'intune' } })];
    const draft = numberOn(await fillInTo(ana, 'proof'));
    await send([aFile('one.pdf')], {
      words: `here is the plan for ${other.toLowerCase().replace('-', ' ')}`,
    });
    match((await ana.card()).text, new RegExp(`one\\.pdf is added to ${other}`));
    await send([aFile('two.pdf')], { words: draft });
    deepEqual(await namesOn(draft), ['two.pdf']);
    await send([aFile('three.pdf')], { words: `${asked} and ${other}` });
    deepEqual((await offered()).slice(0, 2), [`Add to ${asked}`, `Add to ${other}`]);
  });

  it('a number that takes no file is said, and asked about; nothing is lost', async () => {
    await askedOn('teams');
    const [theirs] = [await fileClaim(bot.person('nils'), { customer: { mpnId: '6104418' } })];
    for (const number of [theirs, 'C-0000-0000']) {
      await send([aFile()], { words: number });
      match((await ana.card()).text, new RegExp(`${number}, which you wrote with it, is no claim`));
      match((await ana.card()).text, /Which claim is this for\?/);
    }
    equal((await bot.stored.uploads()).length, 2);
  });

  it('a request that was answered is none any more; a colleague’s neither', async () => {
    const asked = await askedOn('teams');
    await ana.pressNewest('Resubmit', { comment: 'In May.' });
    await send([aFile()]);
    match((await ana.card()).text, /Which claim is this for\?/);
    const ben = bot.person('ben');
    await askedOn('onedrive');
    await send([aFile()], { who: 'ben' });
    match((await ben.card()).text, /Which claim is this for\?/);
    ok((await ben.card()).buttons.includes(`Add to ${asked}`));
  });
});
