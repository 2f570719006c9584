import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { defaultQuotas } from '../../../services/domain/quotas.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { type Counting, countingStore } from '../../support/countingStore.ts';
import { type FileHost, startFileHost } from '../../support/fileHost.ts';
import { announced, fileMessages } from '../../support/fileMessages.ts';
import { fillInTo, numberOn } from '../../support/fillIn.ts';

const enough = { ...defaultQuotas, inputsOfPerson: 1000, inputsOfCompany: 1000 };

describe('When somebody sends more than people do (D22)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let counting: Counting;
  afterEach(() => bot.stop());

  async function start(quotas: typeof enough): Promise<void> {
    bot = await startBotWithTeams({
      people: ['ana', 'greta', 'ivan', 'nils'],
      quotas,
      wrap: (store) => {
        counting = countingStore(store);
        return counting.store;
      },
    });
    ana = bot.person('ana');
  }

  /** The store's work and the calls to Teams that something causes. */
  async function costOf(act: () => Promise<unknown>) {
    const calls = bot.wire.calls.length;
    const { questions, writes } = await counting.during(act);
    // The dispatcher looks for alerts meanwhile.
    const asked = questions.filter((question) => !question.startsWith('query alert in everywhere'));
    return { store: [...asked, ...writes], calls: bot.wire.calls.length - calls };
  }

  /** Waits for the next minute if this one is nearly over: limits are by the minute. */
  async function withinOneMinute(): Promise<void> {
    const leftMs = 60_000 - (Date.now() % 60_000);
    if (leftMs < 10_000) await new Promise((resolve) => setTimeout(resolve, leftMs));
  }

  it('a press beyond a person’s limit is answered with one sentence, without a read and without a call', async () => {
    await withinOneMinute();
    await start({ ...enough, inputsOfPerson: 5 });
    await ana.say('my claims');
    const card = await ana.card();
    for (let pressed = 0; pressed < 4; pressed += 1) await ana.press(card, 'Help');
    let answer: unknown;
    const cost = await costOf(async () => {
      answer = await ana.press(card, 'Help');
    });
    deepEqual(cost, { store: [], calls: 0 });
    match(JSON.stringify(answer), /stopped listening for a moment/);
    await bot.person('ivan').say('my claims');
    match((await bot.person('ivan').card()).text, /claims/, 'a colleague is heard');
  });

  it('a flood of messages gets that sentence once', async () => {
    await withinOneMinute();
    await start({ ...enough, inputsOfPerson: 3 });
    for (let said = 0; said < 3; said += 1) await ana.say('help');
    const before = (await ana.messages()).length;
    for (let said = 0; said < 10; said += 1) await ana.say('help');
    const answers = (await ana.messages()).slice(before).filter(({ from }) => from === 'bot');
    equal(answers.length, 1);
    match(answers[0]?.text ?? '', /wait a minute and try again; everything saved is still there/);
  });

  it('a company has a limit of its own; another company is not affected', async () => {
    await withinOneMinute();
    await start({ ...enough, inputsOfCompany: 4 });
    for (const id of ['ana', 'ivan', 'ana', 'ivan']) await bot.person(id).say('help');
    await bot.person('greta').say('help');
    match(await bot.person('greta').lastText(), /stopped listening/);
    await bot.person('nils').say('my claims');
    match((await bot.person('nils').card()).text, /claims/);
  });

  it('drafts beyond a person’s limit are refused; one more can be begun once another is deleted', async () => {
    await start({ ...enough, draftsOfPerson: 7 });
    for (let begun = 0; begun < 7; begun += 1) await fillInTo(ana, 'activity');
    equal((await bot.stored.drafts()).length, 7);
    await fillInTo(ana, 'activity');
    const refused = await ana.card();
    match(
      refused.text,
      /You have 7 open drafts, which is the most[\s\S]*Who is the customer\?|Who is the customer\?[\s\S]*You have 7 open drafts, which is the most/,
    );
    equal((await bot.stored.drafts()).length, 7);
    ok(refused.inputs.customerDomain, 'what was typed is still there');
    const [draft] = await bot.stored.drafts();
    await ana.say(`claim ${draft?.number}`);
    await ana.pressNewest('Delete draft');
    await ana.pressNewest('Delete');
    ok(numberOn(await fillInTo(ana, 'activity')));
  });

  describe('of files that wait', () => {
    let host: FileHost;
    before(async () => {
      host = await startFileHost();
    });
    after(() => host.close());

    it('another is refused before a byte of it is fetched', async () => {
      bot = await startBotWithTeams({
        people: ['ana', 'greta', 'ivan', 'nils'],
        fileHosts: [host.host],
        quotas: { ...enough, waitingFilesOfPerson: 3 },
      });
      ana = bot.person('ana');
      const { send } = fileMessages(bot);
      for (let sent = 0; sent < 3; sent += 1)
        await send([announced(`f${sent}.pdf`, host.pdf(`content ${sent}`))]);
      equal((await bot.stored.uploads()).length, 3);
      await send([announced('one-more.pdf', host.pdf('one more'))]);
      equal((await bot.stored.uploads()).length, 3);
      match(
        `${await ana.lastText()}${(await ana.card()).text}`,
        /3 files of yours are already waiting for a claim/,
      );
    });
  });
});
