import { deepEqual, equal } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';

describe('When somebody asks how the bot is', () => {
  let bot: BotWithTeams;
  let storeAnswers = true;

  before(async () => {
    bot = await startBotWithTeams({
      wrap: (store) => ({
        ...store,
        read: async (pk, id) => {
          if (storeAnswers) return await store.read(pk, id);
          throw new Error('The store is gone: account key abc');
        },
      }),
    });
  });

  afterEach(() => {
    storeAnswers = true;
  });

  after(() => bot.stop());

  const health = async () => {
    const response = await fetch(`${bot.baseUrl}/health`);
    return { status: response.status, body: await response.json() };
  };

  it('says ok while the store answers', async () => {
    deepEqual(await health(), { status: 200, body: { status: 'ok' } });
  });

  it('says 503 and nothing of the cause while it does not, and ok again afterwards', async () => {
    storeAnswers = false;
    deepEqual(await health(), { status: 503, body: { status: 'the store does not answer' } });
    storeAnswers = true;
    equal((await health()).status, 200);
  });

  it('while the store is gone, a press is answered with one neutral sentence and a reference', async () => {
    const ana = bot.person('ana');
    const card = await ana.card();
    storeAnswers = false;
    await ana.say('my claims');
    const said = await ana.lastText();
    deepEqual(
      [/Something went wrong on our side/.test(said), /tell support this reference: [0-9a-f]{8}/.test(said)],
      [true, true],
    );
    equal(/account key/.test(said), false);
    deepEqual(await ana.press(card, 'My claims'), { outcome: 'failed', status: 500 });
  });
});

describe('When somebody asks whether the bot is ready', () => {
  it('it says since when alerts wait too long, and is ready all the same', async () => {
    let ahead = 0;
    const bot = await startBotWithTeams({ now: () => new Date(Date.now() + ahead) });
    const ready = async () => {
      const response = await fetch(`${bot.baseUrl}/ready`);
      return { status: response.status, body: await response.json() };
    };
    try {
      deepEqual(await ready(), { status: 200, body: { status: 'ready' } });
      const key = { pk: 'address:reviewers', id: 'address' };
      await bot.store.batch(key.pk, [{ kind: 'delete', ...key }]);
      await fileClaim(bot.person('ana'));
      ahead = 16 * 60_000;
      await bot.background.catchUp();
      const { status, body } = await ready();
      const { waiting, oldestSince, untold } = body.lateAlerts ?? {};
      deepEqual([status, waiting, typeof oldestSince, untold], [200, 1, 'string', 0]);
    } finally {
      await bot.stop();
    }
  });
});
