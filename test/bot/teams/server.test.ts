import { deepEqual, equal, ok } from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { CloudAdapter } from 'botbuilder';
import { createLogger } from '../../../bot/logger.ts';
import { createServer, listen } from '../../../bot/teams/server.ts';
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
    [
      'compressed',
      '/api/messages',
      { method: 'POST', body: 'x', headers: { ...json, 'content-encoding': 'gzip' } },
      415,
    ],
    ['a path that cannot be read', '/%zz', {}, 404],
    ['a link to a file that is none', '/files/x', {}, 403],
  ];
  const toldBy = ({ headers }: Response) =>
    [...headers].filter(
      ([name, value]) => products.test(value) || /^(server|x-powered-by|user-agent|via)$/.test(name),
    );
  const products = /restify|node|express|azure|microsoft|cpor|teams/i;

  /** What only the local page has. */
  const ofPage: typeof requests = [
    ['the page', '/', {}, 200],
    ['a script of the page', '/local/page/main.ts', {}, 200],
    ['a style of the page', '/local/page/page.css', {}, 200],
    ['what the page shows', '/local/api/state', {}, 200],
    ['what the page cannot ask', '/local/api/nothing', {}, 404],
    ['a file that is none', '/local/download/x', {}, 404],
    ['a route of Teams', '/v3/conversations', {}, 200],
    [
      'a chat that is none',
      '/v3/conversations/x/activities',
      { method: 'POST', body: '{}', headers: json },
      404,
    ],
    ['another site', '/local/api/state', { headers: { origin: 'http://evil.example' } }, 403],
  ];
  for (const [what, path, init, status] of ofPage)
    it(`names no product and no version to ${what}, on one machine`, async () => {
      const response = await fetch(new URL(path, bot.baseUrl), init);
      await response.arrayBuffer();
      equal(response.status, status);
      deepEqual(toldBy(response), []);
    });

  for (const [what, path, init, status] of requests)
    it(`names no product and no version to ${what}`, async () => {
      for (const baseUrl of [bot.baseUrl, registered.baseUrl]) {
        const response = await fetch(new URL(path, baseUrl), init);
        await response.arrayBuffer();
        if (baseUrl === bot.baseUrl) equal(response.status, status);
        deepEqual(toldBy(response), []);
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
  const logger = createLogger('silent');
  const serverWith = (idle: { readonly idleMs?: number } = {}) =>
    createServer({
      adapter: new CloudAdapter(),
      run: async () => undefined,
      isHealthy: async () => true,
      plain: [],
      logger,
      ...idle,
    });

  it('it is kept for longer than a front end keeps it, which is four minutes at most', () => {
    const { keepAliveTimeout, headersTimeout, requestTimeout } = serverWith().server;
    ok(keepAliveTimeout > 240_000);
    ok(headersTimeout > 0 && headersTimeout <= requestTimeout);
  });

  /** A connection on which requests are sent by hand, and what happens on it. */
  async function connectionTo(port: number) {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    return {
      closed,
      async ask(): Promise<string> {
        socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
        const [answer] = (await once(socket, 'data')) as [Buffer];
        return answer.toString('utf8').split('\r\n')[0] ?? '';
      },
    };
  }

  it('it answers again after a pause, and is closed by the server after the time that was set', async () => {
    const server = serverWith({ idleMs: 300 });
    const port = await listen(server, 0, '127.0.0.1');
    try {
      const connection = await connectionTo(port);
      equal(await connection.ask(), 'HTTP/1.1 200 OK');
      await setTimeout(150);
      equal(await connection.ask(), 'HTTP/1.1 200 OK');
      const since = performance.now();
      await connection.closed;
      ok(performance.now() - since >= 290, 'not before its time');
    } finally {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });
});
