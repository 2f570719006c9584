import { doesNotMatch, equal, match } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createBot } from '../../../bot/createBot.ts';
import { createLogger } from '../../../bot/logger.ts';
import { logSdkConsole } from '../../../bot/teams/sdkConsole.ts';
import { createServer, listen } from '../../../bot/teams/server.ts';
import { indexes } from '../../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../../services/storage/documents/sqlite/sqliteStore.ts';
import { createDiskFileStore } from '../../../services/storage/files/disk/diskFileStore.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/tokenIssuer.ts';

describe('When the bot has a registration', () => {
  const appId = randomUUID();
  const serviceUrl = 'https://smba.trafficmanager.net/emea/';
  const temporary = temporaryDirectory();
  const now = () => new Date('2026-11-02T09:00:00Z');
  const store = createSqliteStore({ file: ':memory:', indexes, now });
  let issuer: TokenIssuer;
  let server: ReturnType<typeof createServer>;
  let url = '';
  let restoreConsole: () => void;
  let logged = '';

  before(async () => {
    issuer = await startTokenIssuer();
    const logger = createLogger('info', {
      write: (line: string) => {
        logged += line;
      },
    });
    restoreConsole = logSdkConsole(logger);
    const bot = createBot({
      appId,
      appPassword: 'a-secret-of-the-registration',
      appTenantId: randomUUID(),
      tokenEndpoints: issuer.endpoints,
      store,
      files: createDiskFileStore({
        directory: temporary.path,
        signingKey: 'k'.repeat(32),
        baseUrl: 'http://x/files',
      }),
      tenantLookup: async () => ({ kind: 'unknown' }),
      fileHosts: [],
      logger,
      now,
    });
    server = createServer({ ...bot, plain: [], logger });
    url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/api/messages`;
  });

  after(async () => {
    restoreConsole();
    issuer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await store.close();
    temporary.remove();
  });

  /** A press by somebody whom the directory does not know: answered without a call to Teams. */
  const press = (fields: object = {}) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1', aadObjectId: randomUUID() },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: randomUUID() },
    recipient: { id: `28:${appId}` },
    value: { action: { type: 'Action.Execute', verb: 'help.open', data: {} } },
    ...fields,
  });

  async function knock(authorization: string | undefined, activity: object = press()) {
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
    return { status: response.status, body: await response.text() };
  }

  const right = () => ({ aud: appId, serviceurl: serviceUrl });
  const inMinutes = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60;

  it('accepts the right token', async () => {
    const { status, body } = await knock(`Bearer ${issuer.token(right())}`);
    equal(status, 200);
    match(body, /I do not know you yet/);
  });

  it('takes a token for five minutes longer: clocks differ', async () => {
    equal((await knock(`Bearer ${issuer.token({ ...right(), exp: inMinutes(-4) })}`)).status, 200);
    equal((await knock(`Bearer ${issuer.token({ ...right(), nbf: inMinutes(4) })}`)).status, 200);
  });

  const refused: Readonly<Record<string, () => string | undefined>> = {
    'no token': () => undefined,
    'an empty header': () => ' ',
    'another scheme': () => `Basic ${issuer.token(right())}`,
    'a word for a token': () => 'Bearer secret',
    'three words for a token': () => 'Bearer a.b.c',
    'a token that is no JSON': () =>
      `Bearer ${Buffer.from('{').toString('base64url')}.${Buffer.from('{').toString('base64url')}.x`,
    'a forged signature': () => `Bearer ${issuer.forged(right())}`,
    'a signature cut off': () => `Bearer ${issuer.token(right()).replace(/\.[^.]*$/, '.')}`,
    'no signature (alg: none)': () => `Bearer ${issuer.unsigned(right())}`,
    'another algorithm in its head': () => `Bearer ${issuer.token(right(), { alg: 'HS256' })}`,
    'a time that has not come': () => `Bearer ${issuer.token({ ...right(), nbf: inMinutes(10) })}`,
    'a time that is over': () => `Bearer ${issuer.token({ ...right(), exp: inMinutes(-10) })}`,
    'another bot’s audience': () => `Bearer ${issuer.token({ ...right(), aud: randomUUID() })}`,
    'no audience': () => `Bearer ${issuer.token({ serviceurl: serviceUrl })}`,
    'another issuer': () => `Bearer ${issuer.token({ ...right(), iss: 'https://evil.example' })}`,
    'another service’s address': () =>
      `Bearer ${issuer.token({ ...right(), serviceurl: 'https://evil.example/' })}`,
    'a changed claim': () => {
      const [head = '', , signature = ''] = issuer.token(right()).split('.');
      const claims = {
        iss: 'https://api.botframework.com',
        aud: appId,
        serviceurl: serviceUrl,
        exp: inMinutes(999),
      };
      return `Bearer ${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    },
    'the look of the emulator’s': () =>
      `Bearer ${issuer.forged({ ...right(), iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: appId, ver: '1.0' })}`,
    'the look of another bot’s': () =>
      `Bearer ${issuer.forged({ aud: appId, appid: randomUUID(), ver: '1.0' })}`,
  };
  for (const [what, header] of Object.entries(refused)) {
    it(`with ${what}: 401`, async () => {
      const { status, body } = await knock(header());
      equal(status, 401, body);
      doesNotMatch(body, /do not know you|PUBLIC KEY|secret-of/);
    });
  }

  it('from a channel that is not Teams: 401, whatever the token', async () => {
    for (const channelId of ['AseChannel', 'emulator', 'webchat', 'directline']) {
      equal((await knock(`Bearer ${issuer.token(right())}`, press({ channelId }))).status, 401, channelId);
      equal((await knock(undefined, press({ channelId }))).status, 401, channelId);
    }
  });

  it('an answer that Teams does not accept is our fault, not the sender’s', async () => {
    const hello = press({ type: 'message', text: 'hello', value: undefined, name: undefined });
    equal((await knock(`Bearer ${issuer.token(right())}`, hello)).status, 200);
  });

  it('logs neither key nor token nor secret', () => {
    match(logged, /the SDK reported a problem/);
    doesNotMatch(logged, /PUBLIC KEY|eyJ|secret-of-the-registration/);
    equal(logged.includes(issuer.publicModulus.slice(0, 40)), false);
  });
});
