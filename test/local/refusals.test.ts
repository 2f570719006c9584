import { deepEqual, equal } from 'node:assert/strict';
import { request } from 'node:http';
import { chatIdOf, userIdOf } from '../../local/teams/people.ts';
import { startEchoBot } from '../support/echoBot.ts';
import { pageClient } from './pageClient.ts';
import { ana, startLocalTeams } from './startLocalTeams.ts';

describe('What the stand-in for Teams refuses', () => {
  let bot: Awaited<ReturnType<typeof startEchoBot>>;
  let teams: Awaited<ReturnType<typeof startLocalTeams>>;

  before(async () => {
    bot = await startEchoBot();
    teams = await startLocalTeams({ botEndpoint: bot.endpoint });
  });

  after(async () => {
    await teams.close();
    await bot.close();
  });

  const connector = async (method: string, path: string, body: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${teams.baseUrl}/v3/conversations${path}`, { method, headers, body });
    const { error } = (await response.json()) as { error?: { code: string } };
    return [response.status, error?.code];
  };
  const chat = `/${encodeURIComponent(chatIdOf(ana))}/activities`;
  const hello = JSON.stringify({ type: 'message', text: 'hello' });

  it('lets no foreign page reach the bot, which trusts whoever asks on this machine', async () => {
    const { hostname, port } = new URL(teams.baseUrl);
    for (const path of ['/api/messages', '/v3/conversations', '/local/api/state', '/local/api/clock']) {
      const status = await new Promise((resolve, reject) => {
        const asked = request({ hostname, port, path, method: 'POST', headers: { host: 'evil.example' } });
        asked.on('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.on('error', reject);
        asked.end('{}');
      });
      equal(status, 403, path);
    }
  });

  it('answers 404 for an unknown conversation or activity', async () => {
    deepEqual(await connector('POST', '/a:unknown/activities', hello), [404, 'ConversationNotFound']);
    deepEqual(await connector('PUT', `${chat}/123`, hello), [404, 'ActivityNotFoundInConversation']);
    deepEqual(await connector('DELETE', `${chat}/123`, ''), [404, 'ActivityNotFoundInConversation']);
  });

  it('answers 400 for broken JSON and for an unknown person', async () => {
    deepEqual(await connector('POST', chat, '{"type":'), [400, 'BadSyntax']);
    deepEqual(await connector('POST', '', JSON.stringify({ members: [{ id: '29:x' }] })), [400, 'BadSyntax']);
  });

  it('answers 413 over 100 KB', async () => {
    const long = JSON.stringify({ type: 'message', text: 'x'.repeat(110 * 1024) });
    deepEqual(await connector('POST', chat, long), [413, 'MessageSizeTooBig']);
  });

  it('answers 403 while the person blocks the bot', async () => {
    const page = pageClient(teams.baseUrl);
    await page.block('ana', true);
    deepEqual(await connector('POST', chat, hello), [403, 'ConversationBlockedByUser']);
    const create = JSON.stringify({ members: [{ id: userIdOf(ana) }], activity: JSON.parse(hello) });
    deepEqual(await connector('POST', '', create), [403, 'ConversationBlockedByUser']);
    await page.block('ana', false);
    deepEqual(await connector('POST', chat, hello), [201, undefined]);
  });

  it('lets the bot change its own messages only', async () => {
    const { message } = await pageClient(teams.baseUrl).say('ana', 'mine');
    deepEqual(await connector('PUT', `${chat}/${message.id}`, hello), [403, 'Forbidden']);
  });

  const statusWith = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${teams.baseUrl}/local/api/state`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });

  it('answers 403 for a foreign Origin or Host', async () => {
    equal(await statusWith({ origin: 'https://evil.example' }), 403);
    equal(await statusWith({ origin: 'http://127.0.0.1:1' }), 403);
    equal(await statusWith({ host: 'evil.example' }), 403);
    equal(await statusWith({ origin: teams.baseUrl }), 200);
  });

  it('serves nothing outside the page', async () => {
    for (const path of [
      '/local/page/..%2f..%2fpackage.json',
      '/local/page/unknown.ts',
      '/local/vendor/toString',
    ]) {
      equal((await fetch(teams.baseUrl + path)).status, 404, path);
    }
  });

  it('expires a download link that nobody minted', async () => {
    equal((await fetch(`${teams.baseUrl}/local/download/guess`)).status, 404);
  });
});
