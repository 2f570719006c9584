import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { userIdOf } from '../../local/teams/people.ts';
import { startEchoBot } from '../support/echoBot.ts';
import { pageClient } from './pageClient.ts';
import { ana, nils, reviewers, rosa, startLocalTeams } from './startLocalTeams.ts';

describe('The stand-in for Teams, with the real CloudAdapter on the other side', () => {
  let bot: Awaited<ReturnType<typeof startEchoBot>>;
  let teams: Awaited<ReturnType<typeof startLocalTeams>>;
  let page: ReturnType<typeof pageClient>;

  beforeEach(async () => {
    bot = await startEchoBot();
    teams = await startLocalTeams({ botEndpoint: bot.endpoint });
    page = pageClient(teams.baseUrl);
  });

  afterEach(async () => {
    await teams.close();
    await bot.close();
  });

  const inputsOf = (activityId: string, verb: string, inputs = {}) => ({
    activityId,
    action: { type: 'Action.Execute', verb, title: 'Send', data: { number: 'C-7F3K-9Q2M' } },
    inputs,
  });

  const aCard = async () => {
    await page.say('ana', 'card Your claim');
    const card = await page.newest('ana');
    ok(card);
    return card;
  };

  describe('When it starts for the first time', () => {
    it('installs the bot in each personal chat and in the channel', () => {
      const installs = bot.received.filter(({ type }) => type === 'installationUpdate');
      deepEqual(
        installs.map(({ conversation }) => conversation.conversationType),
        ['personal', 'personal', 'personal', 'channel'],
      );
      const [added] = bot.received;
      equal(added?.type, 'conversationUpdate');
      equal(added?.membersAdded?.[0]?.id, '28:cpor-claims');
      equal(installs.at(-1)?.from.aadObjectId, rosa.objectId);
      equal(installs.at(-1)?.channelData.team.id, reviewers.teamId);
    });
  });

  describe('When a person types', () => {
    it('reaches the bot in the shape of Teams, and the answer stands in the chat', async () => {
      await page.say('nils', 'hello');
      const heard = bot.last();
      equal(heard?.channelId, 'msteams');
      equal(heard?.from.id, userIdOf(nils));
      equal(heard?.from.aadObjectId, nils.objectId);
      equal(heard?.conversation.tenantId, nils.tenantId);
      equal(heard?.conversation.conversationType, 'personal');
      equal(heard?.channelData.tenant.id, nils.tenantId);
      equal(heard?.locale, 'sv-SE');
      equal((await page.newest('nils'))?.text, 'You said: hello');
    });

    it('says in the chat that the bot failed', async () => {
      const { botStatus } = await page.say('ana', 'fail');
      equal(botStatus, 500);
      const line = await page.newest('ana');
      deepEqual([line?.from, line?.text], ['teams', 'The bot did not answer (HTTP 500).']);
    });

    it('tells the bot who is in the conversation', async () => {
      await page.say('ana', 'members');
      equal((await page.newest('ana'))?.text, 'Ana Duarte');
    });
  });

  describe('When the bot changes what it has sent', () => {
    it('updates the card for everybody and drops a replacement', async () => {
      const card = await aCard();
      await page.press('ana', inputsOf(card.id, 'send', { claimName: 'Exchange' }));
      await page.say('ana', 'update Changed');
      const [updated] = (await page.chatOf('ana')).filter(({ id }) => id === card.id);
      deepEqual(updated?.replacements, {});
      match(JSON.stringify(updated?.attachments), /Changed/);
    });

    it('deletes a message', async () => {
      const card = await aCard();
      await page.say('ana', 'delete');
      equal(
        (await page.chatOf('ana')).some(({ id }) => id === card.id),
        false,
      );
    });
  });

  describe('When a person presses a button', () => {
    it('hands over data and inputs and replaces the card for that person', async () => {
      const card = await aCard();
      const outcome = await page.press('ana', inputsOf(card.id, 'send', { claimName: 'Exchange' }));
      equal(outcome.outcome, 'card');
      const invoke = bot.last();
      equal(invoke?.name, 'adaptiveCard/action');
      equal(invoke?.replyToId, card.id);
      deepEqual(invoke?.value.action.data, { number: 'C-7F3K-9Q2M', claimName: 'Exchange' });
      const shown = (await page.newest('ana'))?.replacements.ana;
      match(JSON.stringify(shown), /Thank you for Exchange, C-7F3K-9Q2M/);
    });

    it('shows a message of the bot to the presser', async () => {
      const card = await aCard();
      deepEqual(await page.press('ana', inputsOf(card.id, 'say')), { outcome: 'message', text: 'Noted.' });
    });

    it('fails, changing nothing, when the bot refuses or throws', async () => {
      const card = await aCard();
      deepEqual(await page.press('ana', inputsOf(card.id, 'refuse')), { outcome: 'failed', status: 400 });
      deepEqual(await page.press('ana', inputsOf(card.id, 'throw')), { outcome: 'failed', status: 500 });
      deepEqual((await page.newest('ana'))?.replacements, {});
    });

    it('sends Action.Submit as a message with a value', async () => {
      const card = await aCard();
      const action = { type: 'Action.Submit', data: { verb: 'submitted' } };
      await page.press('ana', { activityId: card.id, action, inputs: { comment: 'Hi' } });
      equal((await page.newest('ana'))?.text, 'Submitted {"verb":"submitted","comment":"Hi"}');
    });
  });

  describe('When a person attaches a file', () => {
    it('lets the bot download it by a link that needs nothing else', async () => {
      await page.attach('ana', 'statement of work.pdf', new Uint8Array(300_000));
      const [file, html] = bot.last()?.attachments ?? [];
      equal(file?.contentType, 'application/vnd.microsoft.teams.file.download.info');
      equal(file?.content.fileType, 'pdf');
      equal(html?.contentType, 'text/html');
      equal((await page.newest('ana'))?.text, 'Received statement of work.pdf, 300000 bytes');
    });
  });

  describe('When the bot speaks first', () => {
    it('marks as an alert what it posts into a chat in which it is answering just then, and not the answer', async () => {
      await page.say('ana', `alertFirst ${userIdOf(ana)}`);
      const [alert, answer] = (await page.chatOf('ana')).slice(-2);
      deepEqual([alert?.summary, alert?.alert], ['Action required: C-7F3K-9Q2M', true]);
      deepEqual([answer?.text, answer?.alert], ['This is the answer.', false]);
    });

    it('opens the chat of another person and marks the card as an alert', async () => {
      await page.say('rosa', `alert ${userIdOf(ana)}`);
      const alert = await page.newest('ana');
      deepEqual([alert?.alert, alert?.summary], [true, 'Action required: C-7F3K-9Q2M']);
    });

    it('opens a thread in the channel and replies in it', async () => {
      await page.say('rosa', `thread ${reviewers.id}`);
      const [root, reply] = (await page.state()).messages.filter(({ chat }) => chat === reviewers.id);
      deepEqual([root?.text, reply?.text, reply?.root], ['A new thread', 'A reply in it', root?.id]);
    });
  });

  describe('When one chat only is looked at', () => {
    it('has its messages and no others, beside everybody and every place', async () => {
      await page.say('ana', 'hello');
      await page.say('rosa', 'hello', reviewers.id);
      const all = await page.state();
      const one = await page.state(reviewers.id);
      ok(all.messages.length > one.messages.length);
      deepEqual(one, { ...all, messages: all.messages.filter(({ chat }) => chat === reviewers.id) });
    });
  });

  describe('When a person writes in the channel', () => {
    it('is heard by the bot only with a mention, and answered in that thread', async () => {
      const before = bot.received.length;
      await page.say('rosa', 'nobody hears this', reviewers.id);
      equal(bot.received.length, before);
      const { message } = await page.say('rosa', '@CPOR Claims hello', reviewers.id);
      const heard = bot.last();
      equal(heard?.text, '<at>CPOR Claims</at> hello');
      equal(heard?.conversation.id, `${reviewers.id};messageid=${message.id}`);
      ok(heard?.entities?.some(({ type }) => type === 'mention'));
      const answer = (await page.state()).messages.at(-1);
      equal(answer?.root, message.id);
    });
  });
});
