import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { neverFailed } from '../badInput/answers.ts';

describe('When a reviewer’s client knows Action.Submit only, in the reviewers’ channel', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  let number: string;
  let first: SeenCard;

  beforeEach(async () => {
    bot = await startBotWithTeams({ people: ['ana', 'rita'] });
    ana = bot.person('ana');
    rita = bot.person('rita', 'Action.Submit');
    number = await fileClaim(ana);
    first = await rita.awaitCard(new RegExp(`${number}[\\s\\S]*New claim from`), bot.channel);
  });

  afterEach(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  /** The channel's card as everybody sees it. */
  async function shared(): Promise<SeenCard> {
    const found = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === first.activityId);
    ok(found);
    return found;
  }

  const inThread = async () =>
    (await rita.messages(bot.channel)).flatMap(({ from, root, text }) =>
      from === 'bot' && root === first.activityId && text ? [text] : [],
    );

  for (const [what, button, shows] of [
    ['a proof file’s link', /^Open statement/, /The link works for 5 minutes/],
    ['the history', 'History', /Claim submitted|Submitted by|submitted/i],
    ['the queue', 'Review queue', /Review queue/],
    ['a form', 'Comment', /Your comment[\s\S]*Send/],
  ] as const) {
    it(`${what} is shown in their own chat; the shared card stays, and the thread says where`, async () => {
      const cardsInChannel = (await rita.cards(bot.channel)).length;
      await rita.press(first, button);
      deepEqual((await shared()).content, first.content);
      match((await rita.card()).text, shows);
      equal((await rita.cards(bot.channel)).length, cardsInChannel);
      deepEqual(await inThread(), ['Rita Svensson, I have answered in your own chat with me.']);
      doesNotMatch(JSON.stringify(await rita.messages(bot.channel)), /\/files\//);
    });
  }

  it('a command updates the shared card, once however often it is pressed', async () => {
    await Promise.all([1, 2].map(() => rita.press(first, 'Start review')));
    match((await shared()).text, /Under review/);
    deepEqual(
      (await bot.stored.history(number)).map(({ event }) => event.kind),
      ['DraftCreated', 'ClaimSubmitted', 'ReviewStarted'],
    );
    deepEqual(await inThread(), []);
  });

  it('goes the way from the form in their own chat to the decision', async () => {
    await rita.press(first, 'Start review');
    await rita.press(await shared(), 'Ask for more');
    const form = await rita.card();
    match(form.text, /What is missing/);
    await rita.press(form, 'Send', { comment: 'Which dates?' });
    const error = (await rita.cards()).find(({ activityId }) => activityId === form.activityId);
    ok(error);
    equal(error.inputs.comment, 'Which dates?');
    await rita.press(error, 'Send', { reasons: 'DatesMissingOrOld' });
    match((await ana.awaitCard(/The reviewer needs more/)).text, /Which dates\?/);
    await rita.awaitCard(new RegExp(`${number}[\\s\\S]*Partner action required`), bot.channel);
    match((await shared()).text, /Partner action required/);
  });

  it('a refused command does not show its refusal to all', async () => {
    const older = JSON.stringify(first.content).replaceAll(/"version":\d+/g, '"version":1');
    await rita.press({ ...first, content: JSON.parse(older) }, 'Start review');
    deepEqual((await shared()).content, first.content);
    match((await rita.card()).text, /changed since this card/);
  });

  it('a reviewer whose own chat is not known is asked to open it', async () => {
    const { person } = { person: bot.roster.personOf('rita') };
    const pk = `address:${person?.tenantId}/${person?.objectId}`;
    await bot.store.batch(pk, [{ kind: 'delete', pk, id: 'address' }]);
    const before = (await rita.cards()).length;
    await rita.press(first, 'History');
    equal((await rita.cards()).length, before);
    match((await inThread()).join(), /say “hello” in your own chat with me/);
    deepEqual((await shared()).content, first.content);
  });

  it('a reply in the thread leads to the claim in their own chat', async () => {
    await ana.say(`claim ${number}`);
    await ana.pressNewest('Comment');
    await ana.pressNewest('Send', { comment: 'One more thing.' });
    const reply = await rita.awaitCard(/One more thing[\s\S]*Open the claim/, bot.channel);
    await rita.press(reply, 'Open the claim');
    match((await rita.card()).text, new RegExp(number));
    notEqual((await rita.card()).activityId, reply.activityId);
    ok((await rita.card()).buttons.includes('Start review'));
  });
});
