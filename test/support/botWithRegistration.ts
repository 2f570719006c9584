import { randomUUID } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppCredentials } from 'botframework-connector';
import { createBot } from '../../bot/createBot.ts';
import type { ChatAddress } from '../../bot/teams/chatAddresses.ts';
import { type Cloud, clouds } from '../../bot/teams/clouds.ts';
import { logSdkConsole } from '../../bot/teams/sdkConsole.ts';
import { createServer, listen } from '../../bot/teams/server.ts';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import { personIdOf } from '../../services/directory/personId.ts';
import { createAddressBook } from '../../services/outbox/addressBook.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';
import { createDiskFileStore } from '../../services/storage/files/disk/diskFileStore.ts';
import { listenOnLoopback } from './listenOnLoopback.ts';
import { saveDirectory } from './saveDirectory.ts';
import { searchedLog } from './searchedLog.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';
import { startTokenIssuer } from './tokenIssuer.ts';

/** The token with which the bot speaks to Teams. */
export const tokenOfBot = 'the-token-of-the-bot';
const secret = 'a-secret-of-the-registration';
const signingKey = 'k'.repeat(32);

/** A Bot Connector on loopback that takes what it is sent, and says who spoke with which token. */
export async function startConnector() {
  const heard: { readonly path: string; readonly authorization: string; readonly body: string }[] = [];
  const server = createHttpServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    const { url = '', headers } = request;
    heard.push({ path: decodeURIComponent(url), authorization: headers.authorization ?? '', body });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: `19:channel@thread.tacv2;messageid=${heard.length}` }));
  });
  const address = await listenOnLoopback(server);
  return {
    address,
    host: new URL(address).host,
    heard,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * The bot as in production, with a registration, between an issuer of tokens and a Bot Connector on loopback, which is
 * one of Teams' services to it. Its own token is there already: nobody is asked for one.
 */
export async function startBotWithRegistration(
  cloud: Cloud = 'public',
  {
    now = () => new Date(),
    appId = randomUUID(),
    appPassword = secret,
    login = 'https://login.microsoftonline.com/x',
  } = {},
) {
  const { issuer: name, serviceHosts } = clouds[cloud];
  const issuer = await startTokenIssuer(name);
  const connector = await startConnector();
  const data = temporaryDirectory();
  const file = join(data.path, 'claims.sqlite');
  const store = createSqliteStore({ file, indexes });
  await saveDirectory(store, loadDemo());
  const names = loadDemo().people.flatMap(({ name, email, objectId }) => [name, email, objectId]);
  const log = searchedLog([...names, tokenOfBot, appPassword, signingKey]);
  const { logger } = log;
  const restoreConsole = logSdkConsole(logger);
  keepToken(appId, name);
  const bot = createBot({
    ...{ appId, appPassword, appTenantId: randomUUID() },
    cloud,
    serviceHosts: [...serviceHosts, connector.host],
    keysTimeoutMs: 300,
    tokenEndpoints: { ...issuer.endpoints, ToChannelFromBotLoginUrl: login },
    store,
    files: createDiskFileStore({
      directory: join(data.path, 'files'),
      signingKey,
      baseUrl: 'http://x/files',
    }),
    tenantLookup: async () => ({ kind: 'unknown' }),
    fileHosts: [],
    logger,
    now,
    pollMs: 50,
  });
  const server = createServer({ ...bot, plain: [], logger });
  const url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/api/messages`;
  const addressBook = createAddressBook<ChatAddress>(store);
  const reader = new DatabaseSync(file, { readOnly: true });

  return {
    appId,
    baseUrl: new URL(url).origin,
    issuer,
    connector,
    store,
    background: bot.background,
    /** The bot has no token any more, and has to ask for one. */
    forgetToken: () => void tokens().delete(`${appId}${name}-cache`),
    logged: log.text,
    /** Every document by its place and state, read past the bot. */
    documents: () => reader.prepare('SELECT pk, id, etag FROM documents ORDER BY pk, id').all(),
    /** Where Rita can be reached, as far as the bot knows. */
    addressOfRita: () => addressBook.find({ kind: 'person', personId: personIdOfRita }),
    addressBook,
    async post(authorization: string, activity: object) {
      const headers = { 'content-type': 'application/json', authorization };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
      return { status: response.status, headers: response.headers, body: await response.text() };
    },
    async stop(): Promise<void> {
      await bot.background.stop();
      restoreConsole();
      issuer.close();
      connector.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      reader.close();
      await store.close();
      data.remove();
      log.search();
    },
  };
}

export type BotWithRegistration = Awaited<ReturnType<typeof startBotWithRegistration>>;

/** Puts the bot's token where the SDK looks before it asks for one. */
function keepToken(appId: string, scope: string): void {
  const expiresOn = new Date(Date.now() + 3_600_000);
  tokens().set(`${appId}${scope}-cache`, { accessToken: tokenOfBot, expiresOn });
}

const tokens = () => (AppCredentials as unknown as { readonly cache: Map<string, object> }).cache;

const rita = loadDemo().people.find(({ name }) => name.startsWith('Rita'));
/** Rita as addresses and alerts name her. */
export const personIdOfRita = personIdOf(rita?.tenantId ?? '', rita?.objectId ?? '');

/** A word of Rita's, a reviewer, in her own chat: whoever is believed to be Teams can say it. */
export const wordOfRita = (serviceUrl: string, fields: object = {}) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:rita', aadObjectId: rita?.objectId },
  conversation: { id: 'a:rita', conversationType: 'personal', tenantId: rita?.tenantId },
  recipient: { id: '28:bot' },
  text: 'review queue',
  ...fields,
});

/** A press of Rita's: it is answered in the response, without a call to Teams. */
export const pressOfRita = (serviceUrl: string) =>
  wordOfRita(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'review.queue', data: {} } },
  });
