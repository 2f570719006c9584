import { deepEqual, doesNotMatch, match, ok } from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { readConfig } from '../../../bot/config.ts';
import { dependenciesOf } from '../../../bot/start/dependenciesOf.ts';
import { openDocuments, openFiles } from '../../../bot/start/openStores.ts';
import { probeAll } from '../../../bot/start/probeAll.ts';
import { completeSettings } from '../../support/completeSettings.ts';
import { listenOnLoopback } from '../../support/listenOnLoopback.ts';
import { freePort } from '../../support/localProcess.ts';
import { type OpenIdServer, says, startOpenIdServer } from '../../support/openIdServer.ts';

const BLOB_KEY = Buffer.from('the-key-of-the-storage-account-that-keeps-files').toString('base64');

const status =
  (code: number, body: object = {}): RequestListener =>
  (_request, response) =>
    says(response, code, body);
const page: RequestListener = (_request, response) => void response.end('<html>Welcome</html>');
/** No name can have a part of 64 letters: nobody has to be asked. */
const noHost = `${'x'.repeat(64)}.example`;

/** How an account answers, and what is said of it: the part of the setting's name, or why it is away. */
const ofAccounts: Readonly<Record<string, readonly [RequestListener, documents: string, files: string]>> = {
  hangs: [() => undefined, 'away: no answer in time', 'away: no answer in time'],
  cuts: [(request) => void request.socket.destroy(), 'away: cut off', 'away: cut off'],
  // The SDK of Blob Storage asks again, for longer than the limit here.
  'says 503': [status(503), 'away: answers 503', 'away: Blob Storage'],
  'says 401': [status(401), 'COSMOS_KEY', 'BLOB_KEY'],
  'says 403': [status(403), 'COSMOS_KEY', 'BLOB_KEY'],
  'says 404 to everything': [status(404), 'COSMOS_ENDPOINT', 'BLOB_ENDPOINT'],
  'is a web page': [page, 'COSMOS_ENDPOINT', 'BLOB_ENDPOINT'],
};

const refusal = (code: number) => ({
  error: 'invalid_client',
  error_description: `AADSTS${code}: something about app 4711 and its secret`,
});

/** What Entra answers, and what is said of it. */
const ofToken: Readonly<Record<string, readonly [RequestListener, string]>> = {
  hangs: [() => undefined, 'away: no answer in time'],
  'says 503': [status(503), 'away: answers 503'],
  'is a web page': [page, 'TOKEN_AUTHORITY'],
  'knows no such secret': [status(401, refusal(7000215)), 'MICROSOFT_APP_PASSWORD'],
  'says that the secret has expired': [status(401, refusal(7000222)), 'MICROSOFT_APP_PASSWORD'],
  'knows no such app': [status(400, refusal(700016)), 'MICROSOFT_APP_ID'],
  'knows no such tenant': [status(400, refusal(90002)), 'MICROSOFT_APP_TENANT_ID'],
  'knows no such audience': [status(400, refusal(500011)), 'TOKEN_SCOPE'],
  'says it is busy': [status(400, refusal(90033)), 'away: AADSTS90033'],
  'says what nobody has heard of': [status(400, refusal(99999999)), 'MICROSOFT_APP_ID, MICROSOFT_APP_T'],
};

/** What the issuer's documents answer, and what is said of it. */
const ofKeys: Readonly<Record<string, readonly [RequestListener, string]>> = {
  hang: [() => undefined, 'away: no answer in time'],
  'say 503': [status(503), 'away: status 503'],
  'say 404': [status(404), 'TOKEN_KEYS_URL'],
  'are a web page': [page, 'TOKEN_KEYS_URL'],
  'have no keys': [status(200, { jwks_uri: 'https://127.0.0.1:9/keys', keys: [] }), 'away: '],
};

describe('When what the bot needs is probed at its start', () => {
  const servers: Server[] = [];
  let authority: OpenIdServer;
  before(async () => {
    authority = await startOpenIdServer();
  });
  after(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await authority.stop();
  });

  async function serving(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    return await listenOnLoopback(server);
  }

  /** What is said of one dependency, with everything that is wrong or away. */
  async function saidOf(name: string, settings: Readonly<Record<string, string>>): Promise<string> {
    const tokens = {
      TOKEN_KEYS_URL: 'http://127.0.0.1:9/openid',
      TOKEN_ISSUER: 'https://issuer.example',
      TOKEN_AUTHORITY: authority.origin,
      TOKEN_SCOPE: 'https://scope.example',
    };
    const config = readConfig({ ...completeSettings, BLOB_KEY, ...tokens, ...settings });
    const accounts = [openDocuments(config).dependency, (await openFiles(config)).dependency];
    const asked = dependenciesOf(config, accounts).filter((each) => each.name === name);
    const { wrong, away } = await probeAll(asked, 700);
    const said = [
      ...wrong.map(({ setting, message }) => `${setting}: ${message}`),
      ...away.map(({ why }) => `away: ${why}`),
    ];
    deepEqual(said.length, 1, said.join());
    doesNotMatch(said.join(), /4711|\n| at .*:\d+:\d+|key-of|password/);
    return said.join();
  }

  function check(said: string, expected: string): void {
    const [away, why = ''] = expected.split(': ');
    if (away === 'away') match(said, new RegExp(`^away: .*${why}`));
    else ok(said.startsWith(`${expected}`), said);
  }

  for (const [how, [listener, documents, files]] of Object.entries(ofAccounts))
    it(`a Cosmos DB or storage account that ${how}: ${documents}`, async () => {
      const address = await serving(listener);
      check(await saidOf('documents', { COSMOS_ENDPOINT: address }), documents);
      check(await saidOf('files', { BLOB_ENDPOINT: `${address}/devstoreaccount1` }), files);
    });

  it('an unknown host is a wrong setting, for each of them', async () => {
    const host = `https://${noHost}`;
    check(await saidOf('documents', { COSMOS_ENDPOINT: host }), 'COSMOS_ENDPOINT: Cosmos DB');
    check(await saidOf('ownToken', { TOKEN_AUTHORITY: host }), 'TOKEN_AUTHORITY: Entra');
    check(await saidOf('keysOfTeams', { TOKEN_KEYS_URL: `${host}/openid` }), 'TOKEN_KEYS_URL: the keys');
    const blob = `https://${'x'.repeat(64)}.blob.core.windows.net`;
    check(await saidOf('files', { BLOB_ENDPOINT: blob }), 'BLOB_ENDPOINT: Blob Storage');
  });

  it('a refused connection may pass: the host is there', async () => {
    const closed = `127.0.0.1:${await freePort()}`;
    const refused = 'away: connection refused';
    check(await saidOf('documents', { COSMOS_ENDPOINT: `http://${closed}` }), refused);
    check(await saidOf('files', { BLOB_ENDPOINT: `http://${closed}/devstoreaccount1` }), refused);
    check(await saidOf('ownToken', { TOKEN_AUTHORITY: `https://${closed}` }), refused);
    check(await saidOf('keysOfTeams', { TOKEN_KEYS_URL: `http://${closed}/openid` }), refused);
  });

  for (const [how, [answer, expected]] of Object.entries(ofToken))
    it(`an authority that ${how}: ${expected}`, async () => {
      authority.answer(answer);
      check(await saidOf('ownToken', {}), expected);
    });

  for (const [how, [listener, expected]] of Object.entries(ofKeys))
    it(`documents of keys that ${how}: ${expected}`, async () => {
      check(await saidOf('keysOfTeams', { TOKEN_KEYS_URL: await serving(listener) }), expected);
    });
});
