import { deepEqual, equal } from 'node:assert/strict';
import { startEchoBot } from '../support/echoBot.ts';
import { pageClient } from './pageClient.ts';
import { startLocalTeams } from './startLocalTeams.ts';

describe('After a restart of the stand-in', () => {
  it('shows the same chats and does not install again', async () => {
    const bot = await startEchoBot();
    const first = await startLocalTeams({ botEndpoint: bot.endpoint });
    const page = pageClient(first.baseUrl);
    await page.say('ana', 'card Your claim');
    const card = await page.newest('ana');
    const action = { type: 'Action.Execute', verb: 'send', data: {} };
    await page.press('ana', { activityId: card?.id, action, inputs: { claimName: 'Exchange' } });
    await page.attach('ana', 'proof.pdf', new Uint8Array(10));
    await page.block('ana', true);
    const before = await page.state();
    await first.close();
    const heard = bot.received.length;

    const second = await startLocalTeams({ botEndpoint: bot.endpoint, folder: first.folder });
    deepEqual(await pageClient(second.baseUrl).state(), before);
    equal(bot.received.length, heard);
    await second.close();
    await bot.close();
  });

  it('says so when the bot cannot be reached, and installs at the next start', async () => {
    const nowhere = await startLocalTeams({ botEndpoint: 'http://127.0.0.1:9/api/messages' });
    equal((await pageClient(nowhere.baseUrl).newest('ana'))?.text, 'The bot cannot be reached.');
    await nowhere.close();

    const bot = await startEchoBot();
    const second = await startLocalTeams({ botEndpoint: bot.endpoint, folder: nowhere.folder });
    equal(bot.received.filter(({ type }) => type === 'installationUpdate').length, 4);
    await second.close();
    await bot.close();
  });
});
