import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import type { ChatAddress } from '../../../bot/teams/chatAddresses.ts';
import type { Channel } from '../../../local/teams/people.ts';
import { createAddressBook } from '../../../services/outbox/addressBook.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { neverFailed } from '../badInput/answers.ts';

const reviewers = { kind: 'reviewers' } as const;
const at = '<at>CPOR Claims</at>';
const channelOf = (name: string, ...members: string[]): Channel => ({
  id: `19:${name}@thread.tacv2`,
  name: 'General',
  teamId: `19:team-${name}@thread.tacv2`,
  teamName: `Team ${name}`,
  tenantId: '7c2b8a10-4d1e-4f3a-9b60-1d5e8c7f2a34',
  members,
});
const other = channelOf('other', 'rita', 'ana');
const partners = channelOf('partners', 'ana', 'rita');
const strangers = channelOf('strangers', 'stranger', 'rita');

describe('When the bot is added to a second team (D16)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let rita: ChatPerson;
  let number = '';
  const book = () => createAddressBook<ChatAddress>(bot.store);
  const channelNow = async () => (await book().find(reviewers))?.conversation.id;
  const textsIn = async (channel: Channel) =>
    (await rita.messages(channel.id)).filter(({ from }) => from === 'bot').map(({ text = '' }) => text);

  before(async () => {
    bot = await startBotWithTeams({ channels: [other, partners, strangers] });
    rita = bot.person('rita');
    number = await fileClaim(bot.person('ana'));
    await rita.awaitCard(new RegExp(number), bot.channel);
  });
  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  it('by a reviewer, the first stays the reviewers’ channel, and is asked', async () => {
    equal(await channelNow(), bot.channel);
    const [said, ...more] = await textsIn(other);
    match(said ?? '', /Claims are posted in another channel\. There I have asked/);
    equal(more.length, 0, 'two reports of one installation get one answer');
    const asked = (await rita.cards(bot.channel)).find(({ text }) => text.includes('another channel?'));
    match(asked?.text ?? '', /Rita Svensson added CPOR Claims to “Team other › General”/);
    equal((await rita.cards(other.id)).length, 0);
  });

  it('by a partner, they read where I talk about claims', async () => {
    deepEqual((await textsIn(partners)).length, 1);
    match((await textsIn(partners))[0] ?? '', /only in your own chat with me/);
  });

  it('by an IT admin whom nobody knows, they read how a channel becomes the reviewers’', async () => {
    const said = await textsIn(strangers);
    equal(said.length, 1);
    match(said[0] ?? '', /a reviewer must mention me here/);
  });

  it('nothing about claims is said there, whatever is typed or pressed', async () => {
    const card = (await rita.cards(bot.channel)).find(({ buttons }) => buttons.includes('Start review'));
    ok(card);
    const person = bot.roster.personOf('rita');
    const conversation = bot.roster.conversationOf(other.id);
    ok(person && conversation);
    const doing = { person, conversation };
    const press = (verb: string, data: object) => ({
      ...bot.activities.text(doing, `70${verb}`, ''),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: '1',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });
    const presses = [
      press('claim.open', { number }),
      press('review.queue', {}),
      press('review.start', { number, version: 1 }),
      press('claim.history', { number }),
      press('help.open', {}),
    ];
    for (const activity of presses) {
      const { status, body } = await bot.post(activity);
      equal(status, 200);
      match(body, /only in the reviewers’ channel and in your own chat with me/);
      doesNotMatch(body, /AdaptiveCard/);
    }
    const refresh = press('claim.refresh', { number });
    const { body } = await bot.post({ ...refresh, value: { ...refresh.value, trigger: 'automatic' } });
    doesNotMatch(body, new RegExp(`${number}|Contoso`));
    equal((await bot.stored.claims()).find((claim) => claim.number === number)?.status, 'Submitted');
    const before = (await rita.messages(other.id)).length;
    await bot.post(bot.activities.text(doing, '72', `${at} claim ${number}`));
    const said = (await rita.messages(other.id)).slice(before);
    match(said.at(-1)?.text ?? '', /only in the reviewers’ channel/);
  });

  it('a press that names the new channel from there moves nothing', async () => {
    const person = bot.roster.personOf('rita');
    const conversation = bot.roster.conversationOf(other.id);
    ok(person && conversation);
    const { body } = await bot.post({
      ...bot.activities.text({ person, conversation }, '71', ''),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: '2',
      value: { action: { type: 'Action.Execute', verb: 'channel.move', data: { channel: other.id } } },
    });
    match(body, /Nothing was changed/);
    equal(await channelNow(), bot.channel);
  });

  it('the channel moves when a reviewer says so in the present one, and both are told', async () => {
    const asked = (await rita.cards(bot.channel)).find(({ buttons }) => buttons.includes('Move'));
    ok(asked);
    await rita.press(asked, 'Move');
    equal(await channelNow(), other.id);
    match((await rita.card(other.id)).text, /CPOR Claims posts here/);
    const decided = (await rita.cards(bot.channel)).find(({ activityId }) => activityId === asked.activityId);
    match(decided?.text ?? '', /Rita Svensson decided to post claims in “Team other › General”/);
    const next = await fileClaim(bot.person('ana'), { lines: { lines: 'sharepoint-online' } });
    await rita.awaitCard(new RegExp(`${next}[\\s\\S]*New claim from`), other.id);
    // The question has been answered.
    await rita.press(asked, 'Keep');
    equal(await channelNow(), other.id);
  });

  it('after the channel has been gone for an hour, the reviewer is asked in their own chat', async () => {
    await book().away(reviewers, new Date(Date.now() - 3_600_000).toISOString());
    const person = bot.roster.personOf('rita');
    const conversation = bot.roster.conversationOf(partners.id);
    ok(person && conversation);
    await bot.store.batch(`welcome:${partners.id}`, [
      { kind: 'delete', pk: `welcome:${partners.id}`, id: 'welcome' },
    ]);
    await rita.say('help');
    for (const activity of bot.activities.installed({ person, conversation })) await bot.post(activity);
    match((await textsIn(partners)).at(-1) ?? '', /In your own chat with me I have asked you/);
    const asked = await rita.newestWith('Move');
    match(asked.text, /For over an hour, nothing could be posted/);
    await rita.press(asked, 'Move');
    equal(await channelNow(), partners.id);
  });
});

describe('When a setting names the reviewers’ channel (D16)', function () {
  this.timeout(60_000);

  it('no other becomes it; alerts wait until something comes from it', async () => {
    const bot = await startBotWithTeams({ channels: [other], reviewersChannelId: other.id });
    const rita = bot.person('rita');
    const number = await fileClaim(bot.person('ana'));
    await rita.awaitCard(new RegExp(`${number}[\\s\\S]*New claim from`), other.id);
    const inFirst = (await rita.messages(bot.channel)).map(({ text = '' }) => text);
    ok(inFirst.some((text) => text.includes('which your administrators have set')));
    equal((await rita.cards(bot.channel)).length, 0);
    await bot.stop();
  });
});
