import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chatIdOf } from '../../local/teams/people.ts';
import { startEchoBot } from '../support/echoBot.ts';
import { pageClient } from './pageClient.ts';
import { ana, startLocalTeams } from './startLocalTeams.ts';

const bytes = Buffer.from('PK a document');

describe('When a bot offers a file in the stand-in for Teams', () => {
  let bot: Awaited<ReturnType<typeof startEchoBot>>;
  let teams: Awaited<ReturnType<typeof startLocalTeams>>;
  let page: ReturnType<typeof pageClient>;
  let offered: string;

  beforeEach(async () => {
    bot = await startEchoBot();
    teams = await startLocalTeams({ botEndpoint: bot.endpoint });
    page = pageClient(teams.baseUrl);
    offered = await send({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'Proof of execution.docx',
      content: {
        description: 'The template',
        sizeInBytes: 12,
        acceptContext: { yes: 1 },
        declineContext: { no: 1 },
      },
    });
  });

  afterEach(async () => {
    await teams.close();
    await bot.close();
  });

  async function send(attachment: object): Promise<string> {
    const path = `/v3/conversations/${encodeURIComponent(chatIdOf(ana))}/activities`;
    const body = JSON.stringify({ type: 'message', attachments: [attachment] });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${teams.baseUrl}${path}`, { method: 'POST', headers, body });
    return ((await response.json()) as { id: string }).id;
  }

  const consent = (action: string, activityId = offered, person = 'ana') =>
    fetch(`${teams.baseUrl}/local/api/people/${person}/consent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ activityId, action }),
    });

  const put = (url: string, range: string, method = 'PUT') =>
    fetch(url, { method, body: bytes, headers: { 'content-range': range } });
  const whole = `bytes 0-${bytes.length - 1}/${bytes.length}`;

  async function uploadInfo() {
    equal((await consent('accept')).status, 200);
    const { value } = bot.last() as { value?: { uploadInfo: Record<string, string> } };
    ok(value);
    const { uploadUrl = '', contentUrl = '', ...rest } = value.uploadInfo;
    return { uploadUrl, contentUrl, ...rest };
  }

  it('tells the bot who allowed what, with an upload session in that person’s OneDrive', async () => {
    deepEqual(await (await consent('accept')).json(), { outcome: 'sent' });
    const invoke = bot.last();
    deepEqual(
      [invoke?.type, invoke?.name, invoke?.replyToId, invoke?.from.aadObjectId],
      ['invoke', 'fileConsent/invoke', offered, ana.objectId],
    );
    ok(invoke);
    const { uploadInfo: info, ...value } = invoke.value;
    deepEqual(value, { type: 'fileUpload', action: 'accept', context: { yes: 1 } });
    deepEqual(Object.keys(info), ['name', 'uploadUrl', 'contentUrl', 'uniqueId', 'fileType']);
    deepEqual([info.name, info.fileType], ['Proof of execution.docx', 'docx']);
  });

  it('tells the bot what was declined, and opens no session', async () => {
    deepEqual(await (await consent('decline')).json(), { outcome: 'sent' });
    deepEqual(bot.last()?.value, { type: 'fileUpload', action: 'decline', context: { no: 1 } });
  });

  it('takes the whole file once, and hands it out where it says', async () => {
    const { uploadUrl, contentUrl } = await uploadInfo();
    equal((await put(uploadUrl, whole)).status, 201);
    const file = await fetch(contentUrl);
    deepEqual(Buffer.from(await file.arrayBuffer()), bytes);
    match(file.headers.get('content-disposition') ?? '', /Proof%20of%20execution\.docx/);
    equal((await put(uploadUrl, whole)).status, 404, 'the session is over');
  });

  it('refuses a part of a file, another method and another address', async () => {
    const { uploadUrl, contentUrl } = await uploadInfo();
    equal((await put(uploadUrl, `bytes 0-3/${bytes.length}`)).status, 400);
    equal((await put(uploadUrl, whole, 'POST')).status, 404);
    equal((await put(`${uploadUrl}x`, whole)).status, 404);
    equal((await fetch(contentUrl)).status, 404, 'nothing is there yet');
    equal((await put(uploadUrl, whole)).status, 201);
  });

  it('lets nobody answer who does not see it, nor where nothing is offered', async () => {
    equal((await consent('accept', offered, 'nils')).status, 404);
    equal((await consent('accept', '1')).status, 404);
    equal((await consent('perhaps')).status, 400);
    await page.say('ana', 'card Your claim');
    equal((await consent('accept', (await page.newest('ana'))?.id)).status, 404);
    equal(
      bot.received.some(({ name }) => name === 'fileConsent/invoke'),
      false,
    );
  });

  it('says that it failed when the bot cannot be reached', async () => {
    await bot.close();
    const outcome = (await (await consent('accept')).json()) as { outcome: string };
    equal(outcome.outcome, 'failed');
    bot = await startEchoBot();
  });
});
