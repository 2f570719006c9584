import { deepEqual, equal, ok } from 'node:assert/strict';
import { Agent, get, type IncomingMessage } from 'node:http';
import { type BotWithRegistration, startBotWithRegistration } from '../../support/botWithRegistration.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';

describe('What the server tells about itself', () => {
  let bot: BotWithTeams;
  let registered: BotWithRegistration;

  before(async () => {
    bot = await startBotWithTeams();
    registered = await startBotWithRegistration();
  });
  after(async () => {
    await bot.stop();
    await registered.stop();
  });

  const json = { 'content-type': 'application/json' };
  const requests: readonly (readonly [what: string, path: string, init: RequestInit, status: number])[] = [
    ['its health', '/health', {}, 200],
    ['a route that is none', '/nowhere', {}, 404],
    ['a method that is none', '/api/messages', { method: 'PUT' }, 405],
    ['no JSON', '/api/messages', { method: 'POST', body: 'x' }, 415],
    ['broken JSON', '/api/messages', { method: 'POST', body: '{', headers: json }, 400],
    ['no activity', '/api/messages', { method: 'POST', body: '{}', headers: json }, 400],
    ['too much', '/api/messages', { method: 'POST', body: `"${'x'.repeat(300_000)}"`, headers: json }, 413],
    ['a link that is none', '/local/files/x', {}, 403],
  ];
  const products = /restify|node|express|azure|microsoft|cpor|teams/i;

  for (const [what, path, init, status] of requests)
    it(`names no product and no version to ${what}`, async () => {
      for (const baseUrl of [bot.baseUrl, registered.baseUrl]) {
        const response = await fetch(new URL(path, baseUrl), init);
        if (baseUrl === bot.baseUrl && !path.startsWith('/local')) equal(response.status, status);
        const told = [...response.headers].filter(
          ([name, value]) => products.test(value) || /^(server|x-powered-by|user-agent)$/.test(name),
        );
        deepEqual(told, []);
      }
    });

  it('nor to a stranger who is refused', async () => {
    const { status, headers } = await registered.post('Bearer x.y.z', { type: 'message', ...envelope });
    equal(status, 401);
    deepEqual(
      [...headers].filter(([, value]) => products.test(value)),
      [],
    );
  });
});

const envelope = {
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:x' },
  conversation: { id: 'a:x' },
  recipient: { id: '28:x' },
};

describe('When a connection to the server is idle', () => {
  it('it is kept for longer than a front end keeps it, which is four minutes at most', async () => {
    const bot = await startBotWithTeams();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${bot.baseUrl}/health`, { agent: new Agent({ keepAlive: true }) }, resolve).on('error', reject);
    });
    response.destroy();
    const [, seconds] = /^timeout=(\d+)$/.exec(String(response.headers['keep-alive'])) ?? [];
    ok(Number(seconds) > 240, `kept for ${seconds} s`);
    await bot.stop();
  });
});
