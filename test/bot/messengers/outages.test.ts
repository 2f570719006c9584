import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, type Call, type Fault, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';
import { doingOf, forge } from '../badInput/answers.ts';

const minute = 60_000;

describe('When Teams does not take alerts', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  let ahead: number;

  beforeEach(async () => {
    ahead = 0;
    bot = await startBotWithTeams({
      people: ['ana', 'ivan', 'rita'],
      now: () => new Date(Date.now() + ahead),
    });
    ana = bot.person('ana');
    rita = bot.person('rita');
  });
  afterEach(() => bot.stop());

  const inChannel = (what: RegExp) => rita.awaitCard(what, bot.channel);

  async function underReview(): Promise<string> {
    const number = await fileClaim(ana);
    await rita.press(await inChannel(new RegExp(`${number}[^]*New claim from`)), 'Start review');
    await inChannel(new RegExp(`${number}[^]*Under review`));
    await told(number);
    return number;
  }
  async function askForMore(): Promise<void> {
    await rita.press(await inChannel(/Under review/), 'Ask for more');
    const form = await inChannel(/What is missing\?/);
    await rita.press(form, 'Send', { reasons: 'DatesMissingOrOld', comment: 'When was it?' });
  }
  async function comment(number: string, text: string): Promise<void> {
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Comment');
    await rita.pressNewest('Send', { comment: text });
  }
  const told = (number: string) =>
    until(async () => (await bot.stored.waitingAlerts(number)).length === 0, `the alerts of ${number}`);

  /** Every new message to this chat gets this answer. */
  async function answer(fault: Fault | undefined, who = ana): Promise<(call: Call) => boolean> {
    const { chat } = await who.me();
    const isThere = ({ method, path }: Call) =>
      method === 'POST' && path.startsWith(`/v3/conversations/${chat}/activities`);
    bot.wire.fault = (call) => (fault && isThere(call) ? fault : undefined);
    bot.wire.calls.length = 0;
    return isThere;
  }
  const pass = async (ms: number) => {
    ahead += ms;
    await bot.background.catchUp();
  };

  for (const status of [400, 413])
    it(`${status} is for good: one plain sentence, then colleagues with it; the next alert goes on`, async () => {
      const number = await underReview();
      const isHers = await answer({ status });
      await askForMore();
      await told(number);
      equal(bot.wire.calls.filter(isHers).length, 2);
      const ivan = bot.person('ivan');
      match(await ivan.lastText(), new RegExp(`^More is needed for ${number}.*cannot be shown in this chat`));
      await answer(undefined);
      await comment(number, 'And the next one.');
      await ana.awaitCard(/And the next one\./);
    });

  it('a card that alone is refused arrives as a sentence', async () => {
    const number = await underReview();
    const { chat } = await ana.me();
    let refused = 0;
    bot.wire.fault = ({ method, path }) => {
      if (method !== 'POST' || !path.startsWith(`/v3/conversations/${chat}/`)) return undefined;
      refused += 1;
      return refused === 1 ? { status: 413 } : undefined;
    };
    await askForMore();
    await told(number);
    match(await ana.lastText(), new RegExp(`^More is needed for ${number}`));
    equal(
      (await bot.person('ivan').messages()).some(({ text }) => text?.includes(number)),
      false,
    );
  });

  it('504 to a new message: one repetition soon, then seldom; colleagues after about three hours', async () => {
    const number = await underReview();
    const isHers = await answer({ status: 504 });
    await askForMore();
    await until(() => bot.wire.calls.some(isHers), 'the first attempt');
    for (let passed = 0; passed < 10; passed += 1) await pass(minute);
    equal(bot.wire.calls.filter(isHers).length, 2);
    for (let passed = 0; passed < 18; passed += 1) await pass(10 * minute);
    const copies = bot.wire.calls.filter(isHers).length;
    ok(copies <= 6, `${copies} copies`);
    match((await bot.person('ivan').awaitCard(/The reviewer needs more/)).text, new RegExp(number));
  });

  it('waits until the date that Retry-After names', async () => {
    const number = await underReview();
    const { chat } = await ana.me();
    const at: number[] = [];
    bot.wire.fault = ({ method, path }) => {
      if (method !== 'POST' || !path.startsWith(`/v3/conversations/${chat}/`)) return undefined;
      at.push(Date.now());
      const until = new Date(Date.now() + 3000).toUTCString();
      return at.length === 1 ? { status: 429, headers: { 'retry-after': until } } : undefined;
    };
    await askForMore();
    await told(number);
    const [refused = 0, taken = 0] = at;
    equal(at.length, 2);
    // The date has whole seconds.
    ok(taken - refused >= 1900, `after ${taken - refused} ms`);
  });

  it('404 once is no proof: the person gets the alert a minute later, and nobody else', async () => {
    const number = await underReview();
    const isHers = await answer({ status: 404 });
    await askForMore();
    await until(() => bot.wire.calls.some(isHers), 'the first attempt');
    await answer(undefined);
    await pass(minute);
    await ana.awaitCard(/The reviewer needs more/);
    equal(
      (await bot.person('ivan').messages()).some(({ summary }) => summary?.includes(number)),
      false,
    );
  });

  it('a person who has removed the bot is not written to; reinstalled, they read at once what they have missed', async () => {
    const number = await underReview();
    const { person } = doingOf(bot, 'ana');
    const { chat } = await ana.me();
    const installation = (action: string) => ({
      ...{
        type: 'installationUpdate',
        action,
        id: `f:${action}`,
        channelId: 'msteams',
        serviceUrl: bot.baseUrl,
      },
      from: { id: '29:ana', aadObjectId: person.objectId },
      conversation: { id: chat, conversationType: 'personal', tenantId: person.tenantId },
      recipient: { id: '28:00000000-0000-0000-0000-000000000000', name: 'CPOR Claims' },
    });
    await bot.post(installation('remove'));
    const isHers = await answer(undefined);
    await askForMore();
    match((await bot.person('ivan').awaitCard(/The reviewer needs more/)).text, new RegExp(number));
    equal(bot.wire.calls.some(isHers), false);
    await bot.post(installation('add'));
    match((await ana.awaitCard(/The reviewer needs more/)).text, new RegExp(number));
  });

  it('three late comments are told as three, each with its own words, in order', async () => {
    const number = await underReview();
    await answer({ status: 503 });
    const words = ['The first page, please.', 'The second page, please.', 'The third page, please.'];
    for (const word of words) await comment(number, word);
    const before = (await ana.messages()).length;
    await answer(undefined);
    await pass(minute);
    await told(number);
    const cards = (await ana.messages()).slice(before).filter(({ attachments }) => attachments.length > 0);
    equal(cards.length, 3);
    for (const [index, word] of words.entries()) {
      const text = JSON.stringify(cards[index]?.attachments);
      ok(text.includes(word), text);
      // What an alert quotes comes before the list of the other comments.
      ok(
        words.every(
          (other) => other === word || !text.includes(other) || text.indexOf(word) < text.indexOf(other),
        ),
        text,
      );
    }
  });

  it('asked, answered, asked, answered, approved: told late as one approval', async () => {
    const number = await underReview();
    const mine = await ana.card();
    await answer({ status: 503 });
    const version = async () => (await bot.stored.claims()).find((known) => known.number === number)?.version;
    for (let round = 0; round < 2; round += 1) {
      await askForMore();
      const resubmit = {
        verb: 'claim.resubmit',
        number,
        version: await version(),
        comment: `In May ${round}.`,
      };
      await forge(bot, 'ana', { on: mine.activityId, ...resubmit });
      await inChannel(new RegExp(`${number}[^]*In May ${round}`));
      await rita.say(`claim ${number}`);
      await rita.pressNewest('Start review');
      await inChannel(new RegExp(`${number}[^]*Under review`));
    }
    await rita.say(`claim ${number}`);
    await rita.approves();
    const before = (await ana.messages()).length;
    await answer(undefined);
    await pass(minute);
    await told(number);
    const summaries = (await ana.messages())
      .slice(before)
      .map(({ summary }) => summary?.replace(/ C-.*/, ''));
    deepEqual(summaries, ['Claim']);
  });

  describe('in the reviewers’ channel', () => {
    const away = ({ path }: Call) =>
      path.includes(bot.channel) || path === '/v3/conversations' ? { status: 403 } : undefined;

    it('for four hours, a new claim is told afterwards, and the time since when is known', async () => {
      bot.wire.fault = away;
      const number = await fileClaim(ana);
      for (let passed = 0; passed < 48; passed += 1) await pass(5 * minute);
      const contact = await bot.store.read<{ awaySince?: string }>('address:reviewers', 'address');
      ok(Date.parse(contact?.body.awaySince ?? '') <= Date.now() + 5 * minute);
      bot.wire.fault = () => undefined;
      await pass(10 * minute);
      await inChannel(new RegExp(`${number}[^]*New claim from`));
      const after = await bot.store.read<{ awaySince?: string }>('address:reviewers', 'address');
      equal(after?.body.awaySince, undefined);
    });

    it('more than ten alerts are told in one card', async () => {
      bot.wire.fault = away;
      const number = await fileClaim(ana);
      await bot.background.catchUp();
      const alert = (await bot.stored.waitingAlerts(number))[0];
      const claims = await bot.stored.claims();
      ok(alert?.kind === 'claim' && claims[0]);
      // The same claim's partner writes eleven comments.
      for (let index = 1; index <= 11; index += 1) {
        const version = alert.version + index;
        const body = { ...alert, event: 'partnerComment', version, nextAttemptAt: alert.at, attempts: 0 };
        const recipients = [{ to: { kind: 'reviewers' }, notify: true, result: 'waiting' }];
        const document = {
          pk: claims[0].details.customerTenantId,
          id: `alert:${number}:${version}`,
          type: 'alert',
        };
        await bot.store.batch(document.pk, [
          { kind: 'create', document: { ...document, body: { ...body, recipients } } },
        ]);
      }
      await bot.background.catchUp();
      bot.wire.fault = () => undefined;
      const before = (await rita.messages(bot.channel)).length;
      await pass(20 * minute);
      const since = (await rita.messages(bot.channel)).slice(before);
      deepEqual(
        since.map(({ summary }) => summary),
        ['While this channel could not be reached: news of 1 claim'],
      );
      equal((await bot.stored.waitingAlerts(number)).length, 0);
    });
  });
});
