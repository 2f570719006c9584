import { equal, match, ok } from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { changesNothing, doingOf, neverFailed } from './answers.ts';

type Activity = Record<string, unknown>;

describe('When what arrives at the door is no activity', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;

  before(async () => {
    bot = await startBotWithTeams();
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  let sent = 0;
  /** Each is an activity of its own. */
  const hello = (): Activity => {
    sent += 1;
    return bot.activities.text(doingOf(bot, 'ana'), `7001${sent}`, 'hello');
  };

  async function refusedWith(body: unknown, status: number, says: RegExp, headers = {}): Promise<void> {
    await changesNothing(bot, async () => {
      const answer = await bot.post(body, headers);
      equal(answer.status, status, answer.body);
      match(answer.body, says);
    });
  }

  for (const missing of ['from', 'conversation', 'recipient', 'channelId', 'type', 'serviceUrl']) {
    it(`without “${missing}”: 400 and its name`, async () => {
      const { [missing]: _, ...rest } = hello();
      await refusedWith(rest, 400, new RegExp(`This is no activity: ${missing} missing or wrong`));
      await refusedWith({ ...rest, [missing]: null }, 400, new RegExp(missing));
      await refusedWith({ ...rest, [missing]: 5 }, 400, new RegExp(missing));
    });
  }

  const shapes: Readonly<Record<string, () => Activity>> = {
    'from.aadObjectId': () => ({ from: { id: '29:1', aadObjectId: 5 } }),
    'from.id': () => ({ from: { id: '' } }),
    'conversation.id': () => ({ conversation: {} }),
    'conversation.tenantId': () => ({ conversation: { id: 'a:1', tenantId: {} } }),
    text: () => ({ text: 42 }),
    attachments: () => ({ attachments: 'x' }),
    'attachments.0': () => ({ attachments: [null] }),
    entities: () => ({ entities: 'x' }),
    'entities.0': () => ({ entities: [null] }),
    membersAdded: () => ({ type: 'conversationUpdate', membersAdded: 'x' }),
    id: () => ({ id: 5 }),
    name: () => ({ type: 'invoke', name: {} }),
    replyToId: () => ({ replyToId: 5 }),
    action: () => ({ type: 'installationUpdate', action: {} }),
    'membersAdded.0': () => ({ type: 'conversationUpdate', membersAdded: [null] }),
    membersRemoved: () => ({ type: 'conversationUpdate', membersRemoved: {} }),
  };
  for (const [where, wrong] of Object.entries(shapes)) {
    it(`with another shape of “${where}”: 400 and its name`, async () => {
      await refusedWith({ ...hello(), ...wrong() }, 400, new RegExp(where.replaceAll('.', '\\.')));
    });
  }

  for (const absent of ['id', 'channelData', 'text', 'timestamp', 'locale', 'attachments', 'entities']) {
    it(`without “${absent}”, which is optional, it is answered`, async () => {
      const { [absent]: _, ...rest } = hello();
      equal((await bot.post(rest)).status, 200);
    });
  }

  const harmless = [
    ...[
      'locale',
      'timestamp',
      'localTimestamp',
      'localTimezone',
      'channelData',
      'textFormat',
      'deliveryMode',
    ],
    ...[
      'callerId',
      'importance',
      'expiration',
      'relatesTo',
      'suggestedActions',
      'inputHint',
      'semanticAction',
    ],
  ];
  for (const field of harmless)
    it(`with “${field}” of any shape, on which nothing depends, it is answered as ever`, async () => {
      for (const wrong of [{}, [], 5, true, '', 'x', [null], { id: {} }]) {
        equal((await bot.post({ ...hello(), [field]: wrong })).status, 200);
        match(await bot.person('ana').lastText(), /I did not understand that/, JSON.stringify(wrong));
      }
      const before = (await bot.person('ana').cards()).length;
      equal((await bot.post({ ...hello(), text: 'my claims', [field]: {} })).status, 200);
      equal((await bot.person('ana').cards()).length, before + 1);
    });

  it('odd channel data, dates and languages do no harm', async () => {
    const odd = [
      { channelData: 'x' },
      { channelData: { tenant: { id: 5 } } },
      { channelData: null },
      { timestamp: 'x' },
      { locale: 'tlh' },
    ];
    for (const fields of odd)
      ok((await bot.post({ ...hello(), ...fields })).status < 500, JSON.stringify(fields));
  });

  for (const body of ['{"type":', '', 'null', '[]', '5', '"text"', '\u0000', '{"type":"message"}']) {
    it(`with the body ${JSON.stringify(body)}: 400`, () =>
      refusedWith(body, 400, /This is no activity|Invalid JSON/));
  }

  it('with a body of over 200 KB: 413', () =>
    refusedWith({ ...hello(), text: 'x'.repeat(210_000) }, 413, /exceeds 200000/));

  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ]) {
    it(`as ${type}: 415`, () => refusedWith(hello(), 415, /application\/json/, { 'content-type': type }));
  }

  it('compressed, or said to be: 415, and the bot goes on', async () => {
    await refusedWith(hello(), 415, /not compressed/, { 'content-encoding': 'gzip' });
    const body = gzipSync(JSON.stringify(hello()));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await fetch(`${bot.baseUrl}/api/messages`, { method: 'POST', headers, body });
    equal(answer.status, 415);
    equal((await bot.post(hello())).status, 200);
  });

  it('of a type that nobody sends, is taken and does nothing', async () => {
    for (const type of [
      'florp',
      'event',
      'endOfConversation',
      'messageReaction',
      'messageUpdate',
      'messageDelete',
      'typing',
    ]) {
      await changesNothing(bot, async () => equal((await bot.post({ ...hello(), type })).status, 200, type));
    }
  });

  it('an invoke that only other apps have: 400', async () => {
    for (const name of [
      'task/fetch',
      'composeExtension/query',
      'signin/verifyState',
      'fileConsent/invoke',
      '',
      undefined,
    ]) {
      await changesNothing(bot, async () => {
        const { status } = await bot.post({ ...hello(), type: 'invoke', name, value: {} });
        ok(status >= 200 && status < 500, `${name}: ${status}`);
      });
    }
  });

  it('from a chat that cannot be answered: nothing fails but the answer', async () => {
    const nowhere = { conversation: { id: 'a:none', conversationType: 'personal' } };
    await changesNothing(bot, async () => {
      ok((await bot.post({ ...hello(), ...nowhere })).status < 500);
    });
  });

  const elsewhere: readonly (readonly [string, string, number])[] = [
    ['GET', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['DELETE', '/api/messages', 405],
    ['GET', '/api/message', 404],
    ['POST', '/api', 404],
    ['GET', '/.env', 404],
    ['GET', '/%zz', 404],
    ['GET', '/local/%zz', 400],
    ['GET', '/files/x', 403],
    ['GET', '/files/..%2f..%2fclaims.sqlite', 403],
    ['POST', '/health', 405],
  ];
  for (const [method, path, status] of elsewhere) {
    it(`${method} ${path}: ${status}`, async () => {
      equal((await fetch(bot.baseUrl + path, { method })).status, status);
    });
  }
});
