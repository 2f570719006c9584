import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import type { Contact } from '../../../services/outbox/addressBook.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { changesNothing, neverFailed } from '../badInput/answers.ts';

const at = '<at>CPOR Claims</at>';

describe('When the bot is mentioned in a channel', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let rita: ChatPerson;
  let number: string;
  let messages = 0;

  before(async () => {
    bot = await startBotWithTeams();
    rita = bot.person('rita');
    number = await fileClaim(bot.person('ana'));
    await rita.awaitCard(new RegExp(`${number}[\\s\\S]*New claim from`), bot.channel);
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  /** Mentions the bot in the channel; what it says then, in the thread of the mention. */
  async function mention(who: string, text: string): Promise<{ text: string; cards: number }> {
    await rita.say('A word among us.', bot.channel);
    const root = (await rita.messages(bot.channel)).at(-1)?.id;
    const conversation = bot.roster.conversationOf(`${bot.channel};messageid=${root}`);
    const person = bot.roster.personOf(who);
    ok(conversation && person);
    const before = await rita.messages(bot.channel);
    messages += 1;
    await changesNothing(bot, async () => {
      const said = bot.activities.text({ person, conversation: conversation }, `9${messages}`, text);
      equal((await bot.post(said)).status, 200);
    });
    const answers = (await rita.messages(bot.channel)).slice(before.length);
    ok(answers.length > 0, 'it says nothing');
    for (const answer of answers) equal(answer.root, root, 'not in the thread of the mention');
    const cards = (await rita.cards(bot.channel)).filter(({ activityId }) =>
      answers.some(({ id }) => id === activityId),
    );
    return {
      text: [...answers.map((answer) => answer.text ?? ''), ...cards.map((card) => card.text)].join('\n'),
      cards: cards.length,
    };
  }

  for (const words of [
    at,
    `${at} what is up?`,
    `so ${at} anything new`,
    `${at} ${at}`,
    `<at>Raj</at> ${at}`,
    `${at}&nbsp;`,
  ]) {
    it(`“${words}” by a reviewer shows what waits and what can be typed`, async () => {
      const answer = await mention('rita', words);
      match(answer.text, new RegExp(`Review queue[\\s\\S]*${number}`));
      match(answer.text, /\*\*claim C-…\*\*[\s\S]*\*\*help\*\*/);
      equal(answer.cards, 1);
    });
  }

  for (const [words, shows] of [
    ['review queue', /Review queue/],
    ['review\u00a0queue', /Review queue/],
    ['HELP', /What you can type/],
    ['my claims', /Review queue/],
    ['new claim', /Reviewers do not file claims/],
    ['cancel', /nothing to cancel/],
    ['claim C-0000-0000', /no such claim/],
  ] as const) {
    it(`“${words}” is understood`, async () => {
      match((await mention('rita', `${at} ${words}`)).text, shows);
      match((await mention('rita', `${words} ${at}`)).text, shows);
    });
  }

  it('“claim C-…” shows the claim in that thread, folded, and a colleague’s client asks for their own copy', async () => {
    match((await mention('rita', `${at} claim ${number}`)).text, /Start review/);
    const card = (await rita.cards(bot.channel)).at(-1);
    ok(card?.content.refresh);
  });

  for (const [who, says] of [
    ['ana', /only in your own chat with me/],
    ['nils', /only in your own chat with me/],
    ['stranger', /I do not know you yet/],
  ] as const) {
    it(`by ${who}, who is no reviewer: one friendly sentence, and nothing of any claim (R53)`, async () => {
      for (const words of ['', 'my claims', 'review queue', 'help', `claim ${number}`, 'new claim']) {
        const answer = await mention(who, `${at} ${words}`);
        match(answer.text, says);
        equal(answer.cards, 0);
        doesNotMatch(answer.text, /C-[0-9A-Z]{4}-[0-9A-Z]{4}/);
      }
    });
  }

  it('in another channel nothing about any claim is said, not even to a reviewer (R53)', async () => {
    const key = { pk: 'address:reviewers', id: 'address' };
    const known = await bot.store.read<Contact<{ conversation: { id: string } }>>(key.pk, key.id);
    const address = known?.body.address;
    ok(address);
    const moveTo = (conversation: object) =>
      bot.store.batch(key.pk, [
        {
          kind: 'upsert',
          document: { ...key, type: 'address', body: { address: { ...address, conversation } } },
        },
      ]);
    await moveTo({ ...address.conversation, id: '19:elsewhere@thread.tacv2' });
    for (const words of ['', 'review queue', `claim ${number}`]) {
      const answer = await mention('rita', `${at} ${words}`);
      match(answer.text, /only in the reviewers’ channel and in your own chat with me/);
      equal(answer.cards, 0);
    }
    await moveTo(address.conversation);
    deepEqual((await mention('rita', at)).cards, 1);
  });
});
