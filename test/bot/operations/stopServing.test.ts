import { deepEqual, equal, ok } from 'node:assert/strict';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { stopServing } from '../../../bot/stopServing.ts';
import { listenOnLoopback } from '../../support/listenOnLoopback.ts';
import { until } from '../../support/until.ts';

describe('When the program is told to stop', () => {
  let server: Server;
  let address = '';
  let waiting: ServerResponse[] = [];
  let events: string[] = [];

  beforeEach(async () => {
    waiting = [];
    events = [];
    // Answers when the test says so.
    server = createServer((_request, response) => void waiting.push(response));
    address = await listenOnLoopback(server);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const stop = ({ noticeMs = 0, finishMs = 5000, background = async () => {} } = {}) =>
    stopServing({
      server,
      notReady: () => events.push('not ready'),
      stopBackground: async () => {
        await background();
        events.push('background ended');
      },
      closeStore: async () => void events.push('store closed'),
      noticeMs,
      finishMs,
    });
  const ask = () =>
    fetch(address).then(
      async (response) => await response.text(),
      () => 'cut',
    );

  it('what is under way is answered before the store is closed, and its connection ends', async () => {
    const answered = ask();
    await until(() => waiting.length === 1, 'the request');
    const stopped = stop().then(() => events.push('stopped'));
    await wait(100);
    ok(!events.includes('store closed'));
    waiting[0]?.end('done');
    equal(await answered, 'done');
    await stopped;
    deepEqual(events, ['not ready', 'background ended', 'store closed', 'stopped']);
  });

  it('what arrives before a front end has seen it is still taken; after that nothing is', async () => {
    const stopped = stop({ noticeMs: 300 });
    const answered = ask();
    await until(() => waiting.length === 1, 'the request');
    waiting[0]?.end('taken');
    equal(await answered, 'taken');
    await stopped;
    equal(await ask(), 'cut');
  });

  it('a request that never ends is cut, and the program stops', async () => {
    const answered = ask();
    await until(() => waiting.length === 1, 'the request');
    const begun = performance.now();
    await stop({ finishMs: 200 });
    equal(await answered, 'cut');
    ok(performance.now() - begun < 3000);
  });

  it('work in the background that never ends does not keep it', async () => {
    const begun = performance.now();
    await stop({ finishMs: 200, background: () => new Promise(() => undefined) });
    deepEqual(events, ['not ready', 'store closed']);
    ok(performance.now() - begun < 3000);
  });
});
