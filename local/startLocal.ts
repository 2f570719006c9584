import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createBot } from '../bot/createBot.ts';
import { createLogger } from '../bot/logger.ts';
import { createServer, listen } from '../bot/server.ts';
import { saveDirectory } from '../services/directory/saveDirectory.ts';
import { createDiskFileStore } from '../services/storage/diskFileStore.ts';
import { indexes } from '../services/storage/indexes.ts';
import { createSignedFileHandler } from '../services/storage/signedFileHandler.ts';
import { createSqliteStore } from '../services/storage/sqliteStore.ts';
import { loadDemo } from './demo/loadDemo.ts';
import { demoPeople, reviewersChannel } from './demoPeople.ts';
import { isFree } from './ports.ts';
import type { LocalSettings } from './settings.ts';
import { readOrMakeSigningKey } from './signingKey.ts';
import { createTeams } from './teams.ts';

const botName = 'CPOR Claims';
const botId = '00000000-0000-0000-0000-000000000000';

/** Everything on one machine: the bot on the embedded stores, and the stand-in for Teams with its page. */
export async function startLocal(
  settings: LocalSettings & { readonly dataRoot: string; readonly logLevel: string },
) {
  const { port, reset, dataRoot, logLevel } = settings;
  const directory = loadDemo();
  const people = demoPeople(directory, settings.people);
  // Before anything is opened or deleted: another run on this port owns the data.
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is taken, perhaps by another “npm run local”. Stop that one, or choose another: npm run local -- --port ${port + 1}`,
    );
  }
  const folder = join(dataRoot, String(port));
  if (reset) rmSync(folder, { recursive: true, force: true });
  const address = `http://localhost:${port}`;
  const loopback = `127.0.0.1:${port}`;

  const store = createSqliteStore({ file: join(folder, 'claims.sqlite'), indexes });
  const links = {
    signingKey: readOrMakeSigningKey(join(folder, 'signing-key')),
    baseUrl: `${address}/files`,
  };
  const files = createDiskFileStore({ directory: join(folder, 'files'), ...links });
  await saveDirectory(store, directory);

  const logger = createLogger(logLevel);
  const bot = createBot({
    appId: '',
    appPassword: '',
    appTenantId: '',
    store,
    files,
    fileHosts: [loopback],
    logger,
    pollMs: 1000,
  });
  const teams = createTeams({
    people,
    channels: reviewersChannel(directory, people),
    file: join(folder, 'teams', 'teams.sqlite'),
    botEndpoint: `http://${loopback}/api/messages`,
    baseUrl: `http://${loopback}`,
    botId,
    botName,
  });
  const plain = [createSignedFileHandler({ files, ...links }), teams.handle];
  const server = createServer({ ...bot, plain, logger });
  await listen(server, port, '127.0.0.1');
  bot.loop.start();
  await teams.start();

  return {
    address: `${address}/`,
    folder,
    async stop(): Promise<void> {
      await bot.loop.stop();
      await teams.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await store.close();
    },
  };
}
