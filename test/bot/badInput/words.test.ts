import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import { filingSteps } from '../../../services/domain/answers.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { answered, fillInTo } from '../../support/fillIn.ts';
import { changesNothing, doingOf, neverFailed } from './answers.ts';

describe('When something is typed that the bot does not expect', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;

  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  for (const step of filingSteps) {
    it(`at the step “${step}”: points to the card, which stands as it was and still works`, async () => {
      const card = await fillInTo(ana, step);
      await changesNothing(bot, () => ana.say('The tenant is the one I told you yesterday.'));
      match(await ana.lastText(), /continue on its card, where everything you typed still is/);
      deepEqual(await ana.card(), card);
      await ana.press(
        card,
        /^(Next|Submit)$/,
        step in answered ? answered[step as keyof typeof answered] : {},
      );
      notEqual((await ana.card()).text.split('\n')[0], card.text.split('\n')[0]);
    });
  }

  it('help at a step answers, and the step goes on', async () => {
    const card = await fillInTo(ana, 'name');
    await changesNothing(bot, () => ana.say('help'));
    match((await ana.card()).text, /What you can type/);
    await ana.press(card, 'Next', answered.name);
  });

  it('cancel at a step keeps the draft, and twice is no harm (R13)', async () => {
    await fillInTo(ana, 'name');
    await changesNothing(bot, async () => {
      await ana.say('cancel');
      match(await ana.lastText(), /Draft C-\S+ is kept/);
      await ana.say('cancel');
      match(await ana.lastText(), /There is nothing to cancel/);
    });
  });

  const odd: Readonly<Record<string, string>> = {
    'nothing but spaces': '   ',
    'a remark': 'What a day!',
    '20,000 characters': 'x'.repeat(20_000),
    'half a claim number': 'claim C-12',
    'a claim number that nobody has': 'claim C-0000-0000',
    'control characters': 'a\u0000b\u0007\u202e',
    'half an emoji': 'x\ud83d',
    'something that looks like a template': '${claim.number} {{DATE(x)}}',
  };
  for (const [what, text] of Object.entries(odd)) {
    it(`${what}: says what can be typed, or that there is no such claim`, async () => {
      await ana.say('cancel');
      await changesNothing(bot, async () => {
        await ana.say(text);
        match(
          await ana.lastText(),
          /I did not understand that\. You can type|There is no such claim that you can see/,
        );
      });
    });
  }

  for (const [who, hint] of [
    ['nils', ', or type “my claims”.'],
    ['rita', ', or type “review queue”.'],
    ['nora', '.'],
  ] as const) {
    it(`the number of nobody’s claim, by ${who}: points to no list but their own (R97)`, async () => {
      await bot.person(who).say('claim C-0000-0000');
      equal(
        await bot.person(who).lastText(),
        `There is no such claim that you can see. Check the number${hint}`,
      );
    });
  }

  it('the same message twice does nothing twice', async () => {
    const activity = bot.activities.text(doingOf(bot, 'ana'), '7000', 'new claim');
    await changesNothing(bot, async () => {
      equal((await bot.post(activity)).status, 200);
      equal((await bot.post(activity)).status, 200);
    });
  });

  it('by a stranger: one friendly answer, whatever it is', async () => {
    const stranger = bot.person('stranger');
    await changesNothing(bot, async () => {
      for (const text of ['new claim', 'my claims', 'hello', 'review queue', 'claim C-0000-0000']) {
        await stranger.say(text);
        match(await stranger.lastText(), /I do not know you yet/);
      }
      equal((await stranger.cards()).length, 0);
    });
  });

  for (const who of ['ben', 'greta', 'nora', 'rita']) {
    it(`“new claim” by ${who}, who is no Incentives admin: says whom to ask (R98)`, async () => {
      const person = bot.person(who);
      await changesNothing(bot, () => person.say('new claim'));
      match(
        await person.lastText(),
        /Ask an Incentives admin of your company: Ana Ruiz or Ivan Petrov\.$|Reviewers do not file claims: partners do/,
      );
    });
  }

  it('lists by somebody who has none', async () => {
    const nora = bot.person('nora');
    await nora.say('my claims');
    match(await nora.lastText(), /Your role does not allow this/);
    await ana.say('cancel');
    await ana.say('review queue');
    match(await ana.lastText(), /Your role does not allow this|Only a reviewer/);
  });

  it('a new claim in the channel: says where claims are filed', async () => {
    const rita = bot.person('rita');
    await rita.say('@CPOR Claims new claim', bot.channel);
    const replies = (await rita.messages(bot.channel)).filter(({ from }) => from === 'bot');
    match(replies.at(-1)?.text ?? '', /Reviewers do not file claims: partners do/);
  });
});
