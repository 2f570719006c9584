import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, type Call, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { forge } from '../badInput/answers.ts';

// Above 200 lines: what can become of an alert, through the wire and back.

describe('When alerts go out to Teams', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;

  beforeEach(async () => {
    bot = await startBotWithTeams({ people: ['ana', 'ivan', 'nils', 'rita'] });
    ana = bot.person('ana');
    rita = bot.person('rita');
  });

  afterEach(() => bot.stop());

  const inChannel = (what: RegExp) => rita.awaitCard(what, bot.channel);

  async function underReview(): Promise<string> {
    const number = await fileClaim(ana);
    await rita.press(await inChannel(new RegExp(`${number}[^]*New claim from`)), 'Start review');
    await inChannel(new RegExp(`${number}[^]*Under review`));
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

  /** Whether a call is a new message in Ana's chat. */
  async function toAna(): Promise<(call: Call) => boolean> {
    const { chat } = await ana.me();
    return ({ method, path }) => method === 'POST' && path.startsWith(`/v3/conversations/${chat}/activities`);
  }

  /** The event of each alert that stands in Ana's chat. */
  const heard = async () =>
    (await ana.messages()).flatMap(({ summary, alert }) =>
      alert && summary ? [summary.replace(/ C-.*/, '')] : [],
    );

  async function until(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
    const latest = Date.now() + 20_000;
    while (!(await holds())) {
      if (Date.now() > latest) throw new Error(`Waited in vain for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  const sent = (number: string) =>
    until(async () => (await bot.stored.waitingAlerts(number)).length === 0, `the alerts of ${number}`);

  it('the reviewers’ channel has one thread for each claim (R99)', async () => {
    const first = await underReview();
    await askForMore();
    await ana.press(await ana.awaitCard(/The reviewer needs more/), 'Resubmit', {
      comment: 'In May.',
    });
    await sent(first);
    const second = await fileClaim(ana, { lines: { lines: 'onedrive' } });
    await sent(second);

    const ofBot = (await rita.messages(bot.channel)).filter(({ from }) => from === 'bot');
    const threadOf = (number: string) =>
      new Set(
        ofBot.filter((message) => JSON.stringify(message).includes(number)).map(({ id, root }) => root ?? id),
      );
    equal(threadOf(first).size, 1);
    equal(threadOf(second).size, 1);
    deepEqual([...threadOf(first)].includes([...threadOf(second)][0] ?? ''), false);
  });

  it('a chat that does not answer gets its alerts later, once, and in order', async () => {
    const number = await underReview();
    const toHer = await toAna();
    let down = true;
    bot.wire.fault = (call) => (down && toHer(call) ? { status: 500 } : undefined);
    bot.wire.calls.length = 0;
    await askForMore();
    await until(() => bot.wire.calls.some(toHer), 'the first attempt');
    await comment(number, 'The second page, please.');
    down = false;
    await sent(number);
    deepEqual(await heard(), ['More is needed for', 'The reviewer commented on']);
  });

  it('waits as long as Teams asks (429)', async () => {
    const number = await underReview();
    const toHer = await toAna();
    const attempts: number[] = [];
    bot.wire.fault = (call) => {
      if (!toHer(call)) return undefined;
      attempts.push(Date.now());
      return attempts.length === 1 ? { status: 429, headers: { 'retry-after': '2' } } : undefined;
    };
    await askForMore();
    await sent(number);
    const [refused = 0, taken = 0] = attempts;
    equal(attempts.length, 2);
    ok(taken - refused >= 1900, `after ${taken - refused} ms`);
    deepEqual(await heard(), ['More is needed for']);
  });

  it('others hear while one chat is waited for', async () => {
    const number = await underReview();
    const toHer = await toAna();
    bot.wire.fault = (call) => (toHer(call) ? { status: 429, headers: { 'retry-after': '600' } } : undefined);
    await askForMore();
    const other = await fileClaim(bot.person('nils'), {
      customer: { mpnId: '6104418' },
      lines: { lines: 'onedrive' },
    });
    await inChannel(new RegExp(`${other}[^]*New claim from`));
    equal((await bot.stored.waitingAlerts(number)).length, 1);
  });

  it('a person who blocked the bot is not tried again; other Incentives admins are alerted (R99)', async () => {
    const number = await underReview();
    const toHer = await toAna();
    await ana.call('people/ana/blocked', { blocked: true });
    bot.wire.calls.length = 0;
    await askForMore();
    const ivan = bot.person('ivan');
    match((await ivan.awaitCard(/The reviewer needs more/)).text, new RegExp(number));
    await sent(number);
    await comment(number, 'Still there?');
    await sent(number);
    equal(bot.wire.calls.filter(toHer).length, 1);

    await ana.call('people/ana/blocked', { blocked: false });
    await ana.say('my claims');
    await comment(number, 'Welcome back.');
    await ana.awaitCard(/Welcome back\./);
  });

  it('a card that is gone is forgotten, and the next alert is a new one', async () => {
    const number = await fileClaim(ana);
    await sent(number);
    const card = await ana.card();
    const gone = `/v3/conversations/${(await ana.me()).chat}/activities/${card.activityId}`;
    bot.wire.fault = ({ method, path }: Call) =>
      method === 'PUT' && path === gone ? { status: 404 } : undefined;
    await rita.press(await inChannel(/New claim from/), 'Start review');
    await sent(number);
    const tries = () => bot.wire.calls.filter(({ path }) => path === gone).length;
    const before = tries();
    ok(before >= 1);
    await askForMore();
    await ana.awaitCard(/The reviewer needs more/);
    equal(tries(), before);
  });

  it('does not ask for an answer that has been given meanwhile', async () => {
    const number = await underReview();
    const toHer = await toAna();
    let down = true;
    bot.wire.fault = (call) => (down && toHer(call) ? { status: 500 } : undefined);
    bot.wire.calls.length = 0;
    const mine = await ana.card();
    await askForMore();
    await until(() => bot.wire.calls.some(toHer), 'the first attempt');
    // She has learnt of it elsewhere: the card she has can still be pressed.
    const claim = async () => (await bot.stored.claims()).find((known) => known.number === number);
    const answer = { verb: 'claim.resubmit', number, version: (await claim())?.version, comment: 'In May.' };
    match((await forge(bot, 'ana', { on: mine.activityId, ...answer })).text, /Sent back to the reviewers/);
    equal((await claim())?.status, 'Submitted');
    down = false;
    await sent(number);
    for (const { text } of (await ana.cards()).slice(-2))
      equal(/The reviewer needs more/.test(text), false, text);
    deepEqual(
      (await heard()).filter((summary) => summary === 'More is needed for'),
      [],
    );
  });

  it('the presser is not alerted of the press (R99)', async () => {
    const number = await underReview();
    await askForMore();
    await ana.press(await ana.awaitCard(/The reviewer needs more/), 'Resubmit', {
      comment: 'In May.',
    });
    await sent(number);
    equal((await heard()).length, 1);
    equal(
      (await rita.messages()).filter(({ alert, summary }) => alert && summary?.includes(number)).length,
      0,
    );
  });

  it('a reviewers’ channel that did not exist yet gets the alert once it does', async () => {
    const key = { pk: 'address:reviewers', id: 'address' };
    const place = await bot.store.read(key.pk, key.id);
    await bot.store.batch(key.pk, [{ kind: 'delete', ...key }]);
    const number = await fileClaim(ana);
    await until(
      async () => ((await bot.stored.waitingAlerts(number))[0]?.attempts ?? 0) > 0,
      'the first attempt',
    );
    ok(place);
    await bot.store.batch(key.pk, [
      { kind: 'upsert', document: { ...key, type: 'address', body: place.body } },
    ]);
    await inChannel(new RegExp(`${number}[^]*New claim from`));
  });
});
