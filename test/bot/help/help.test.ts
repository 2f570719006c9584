import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { helpTopics } from '../../../cards/help/helpTopics.ts';
import { wordsFor } from '../../../cards/text/words.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { answered, fillInTo } from '../../support/fillIn.ts';
import { changesNothing, forge, holds, neverFailed } from '../badInput/answers.ts';

const t = wordsFor({ locale: 'en' });
const title = (topic: (typeof helpTopics)[number]): string => t(`topic.${topic}.title`);

describe('When somebody needs help', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;

  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
    rita = bot.person('rita');
  });

  beforeEach(() => ana.say('cancel'));

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  it('“help” lists every topic; a topic opens in its place, and leads back to the others', async () => {
    await changesNothing(bot, async () => {
      await ana.say('help');
      const list = await ana.card();
      for (const topic of helpTopics) {
        ok(list.buttons.includes(title(topic)), topic);
        await ana.press(list, title(topic));
        const opened = await ana.card();
        equal(opened.activityId, list.activityId);
        equal(opened.text.split('\n')[0], title(topic));
        await ana.press(opened, t('help.otherTopics'));
      }
      match((await ana.card()).text, /What you can type/);
    });
  });

  for (const [question, says] of [
    ['which MPN do I pick?', /Ask your company’s global admin/],
    ['my subscription ended', /the next subscription needs a new claim/],
    ['when do I get paid', /Approved does not mean paid/],
    ['do you do CSP?', /co-op claims, and are handled elsewhere/],
  ] as const) {
    it(`“${question}” is answered by its topic, with the nearest others`, async () => {
      await changesNothing(bot, () => ana.say(question));
      const card = await ana.card();
      match(card.text, says);
      ok(card.buttons.filter((button) => helpTopics.some((topic) => title(topic) === button)).length >= 2);
      ok(card.buttons.includes('Other topics'));
    });
  }

  it('offers up to three topics for a question that several could answer', async () => {
    await ana.say('subscription');
    const card = await ana.card();
    match(card.text, /I am not sure what you mean/);
    const offered = card.buttons.filter((button) => button !== 'Other topics');
    ok(offered.length >= 2 && offered.length <= 3);
    await ana.press(card, title('claimable'));
    match((await ana.card()).text, /active or in its grace period/);
  });

  it('says what can be typed when the words say nothing', async () => {
    const before = (await ana.cards()).length;
    for (const words of ['you were right', 'the weather is nice']) {
      await ana.say(words);
      match(await ana.lastText(), /I did not understand that\. You can type/);
    }
    equal((await ana.cards()).length, before);
  });

  it('answers thanks kindly, and leaves an open form as it stands', async () => {
    const form = await fillInTo(ana, 'name');
    await changesNothing(bot, () => ana.say('Thanks!'));
    equal(await ana.lastText(), t('message.welcome'));
    deepEqual(await ana.card(), form);
    await ana.say('cancel');
  });

  it('typed commands win over topics of the same words', async () => {
    await ana.say('status');
    ok((await ana.card()).text.includes(t('list.mine')));
  });

  it('while a form is open a clear question is answered below, and the card goes on', async () => {
    const form = await fillInTo(ana, 'name');
    await changesNothing(bot, () => ana.say('which MPN do I pick?'));
    equal((await ana.card()).text.split('\n')[0], title('mpn'));
    deepEqual(
      (await ana.cards()).find(({ activityId }) => activityId === form.activityId),
      form,
    );
    await ana.say('The tenant is the one I told you yesterday.');
    match(await ana.lastText(), /continue on its card, where everything you typed still is/);
    await ana.press(form, 'Next', answered.name);
    match((await ana.cards()).find(({ activityId }) => activityId === form.activityId)?.text ?? '', /Step 4/);
  });

  for (const [step, topic] of [
    ['customer', 'mpn'],
    ['activity', 'activity'],
    ['proof', 'proof'],
  ] as const) {
    it(`at the step “${step}” the long explanation stands one press away, below the form (R25–R36, R58)`, async () => {
      const form = await fillInTo(ana, step);
      const typed: Record<string, string> = step === 'customer' ? { customerDomain: 'half-typed' } : {};
      await changesNothing(bot, () => ana.press(form, title(topic), typed));
      const help = await ana.card();
      equal(help.text.split('\n')[0], title(topic));
      notEqual(help.activityId, form.activityId);
      const stays = (await ana.cards()).find(({ activityId }) => activityId === form.activityId);
      deepEqual(stays?.inputs, { ...form.inputs, ...typed });
      deepEqual([stays?.text, stays?.buttons], [form.text, form.buttons]);
      if (step === 'proof') return;
      await ana.press(form, 'Next', answered[step]);
      const next = (await ana.cards()).find(({ activityId }) => activityId === form.activityId);
      notEqual(next?.text.split('\n')[0], form.text.split('\n')[0]);
    });
  }

  it('warns at the MPN ID when it is not enrolled for the activity, and goes on all the same (R34)', async () => {
    await ana.press(await fillInTo(ana, 'name'), 'Back', answered.name);
    await ana.pressNewest('Back', answered.activity);
    await ana.pressNewest('Next', { ...answered.customer, mpnId: '4523316' });
    match((await ana.card()).text, /4523316 is not enrolled in OSU-Microsoft 365\. You can still claim/);
    await ana.pressNewest('Back', answered.activity);
    match((await ana.card()).text, /4523316 is not enrolled in OSU-Microsoft 365\. You can still claim/);
    holds(await ana.card(), { mpnId: '4523316' });
  });

  it('a reviewer reads the topics too, and gets the queue when mentioning the bot without a question', async () => {
    await rita.say('what must the proof show');
    match((await rita.card()).text, /Partners read it like this[\s\S]*signature/);
    await rita.say('@CPOR Claims how long does the review take', bot.channel);
    match((await rita.card(bot.channel)).text, /5 business days to decide/);
    await rita.say('@CPOR Claims anything new?', bot.channel);
    match((await rita.card(bot.channel)).text, /Review queue/);
  });

  it('a topic that does not exist changes nothing and fails nothing', async () => {
    await ana.say('help');
    const { activityId } = await ana.card();
    for (const topic of ['', 'billing', 7, null, ['mpn']])
      match(
        (await forge(bot, 'ana', { on: activityId, verb: 'help.open', topic })).text,
        /This button no longer works/,
      );
  });
});
