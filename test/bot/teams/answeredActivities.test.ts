import { deepEqual, equal, match } from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import { createAnsweredActivities } from '../../../bot/teams/answeredActivities.ts';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';

describe('When Teams delivers an activity again', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
  });
  after(() => bot.stop());

  const known = loadDemo().people.find(({ name }) => name.startsWith('Ana'));
  async function activity(fields: object) {
    const { chat } = await ana.me();
    return {
      channelId: 'msteams',
      serviceUrl: bot.baseUrl,
      from: { id: '29:ana', aadObjectId: known?.objectId },
      conversation: { id: chat, conversationType: 'personal', tenantId: known?.tenantId },
      recipient: { id: '28:00000000-0000-0000-0000-000000000000' },
      ...fields,
    };
  }
  const said = async () => (await ana.messages()).filter(({ from }) => from === 'bot').length;

  for (const text of ['my claims', 'help', 'new claim', 'what?'])
    it(`“${text}” is answered once`, async () => {
      const twice = await activity({ type: 'message', id: `twice: ${text}`, text });
      const before = await said();
      equal((await bot.post(twice)).status, 200);
      const once = (await said()) - before;
      equal((await bot.post(twice)).status, 200);
      deepEqual([once > 0, (await said()) - before], [true, once]);
      equal((await bot.post({ ...twice, id: `another: ${text}` })).status, 200);
      equal((await said()) - before > once, true);
    });

  it('at the same moment, it is answered once too', async () => {
    const twice = await activity({ type: 'message', id: 'at once', text: 'my claims' });
    const before = await said();
    await Promise.all([bot.post(twice), bot.post(twice), bot.post(twice)]);
    equal((await said()) - before, 1);
  });

  it('a press gets the same answer, and nothing more is said', async () => {
    const action = { type: 'Action.Execute', verb: 'claims.mine', data: {} };
    const press = await activity({
      ...{ type: 'invoke', name: 'adaptiveCard/action', id: 'pressed', value: { action } },
    });
    const first = await bot.post(press);
    const before = await said();
    const second = await bot.post(press);
    match(first.body, /statusCode/);
    deepEqual(second, first);
    equal(await said(), before);
  });

  it('an ID in another conversation is another activity', async () => {
    const mine = await activity({ type: 'message', id: 'same id', text: 'my claims' });
    await bot.post(mine);
    const { chat } = await bot.person('ivan').me();
    const ivan = loadDemo().people.find(({ name }) => name.startsWith('Ivan'));
    const before = (await bot.person('ivan').messages()).length;
    await bot.post({
      ...mine,
      from: { id: '29:ivan', aadObjectId: ivan?.objectId },
      conversation: { ...mine.conversation, id: chat },
    });
    equal((await bot.person('ivan').messages()).length > before, true);
  });
});

describe('When answered activities are remembered', () => {
  const context = (id: string) =>
    ({
      activity: { id, type: 'message', conversation: { id: 'a:1' }, from: { id: '29:ana' } },
      turnState: new Map(),
    }) as unknown as TurnContext;

  it('one that failed is handled again', async () => {
    const once = createAnsweredActivities();
    let handled = 0;
    const fail = async () => {
      handled += 1;
      throw new Error('the store is gone');
    };
    for (let times = 0; times < 2; times += 1) await once(context('1'), fail).catch(() => undefined);
    equal(handled, 2);
  });

  it('only so many are kept', async () => {
    const once = createAnsweredActivities(2);
    const handled: string[] = [];
    for (const id of ['1', '2', '3', '3', '2', '1']) await once(context(id), async () => handled.push(id));
    deepEqual(handled, ['1', '2', '3', '1']);
  });
});
