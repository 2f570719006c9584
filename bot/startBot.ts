import type { Server } from 'node:http';
import { openIdAuthority } from '../services/directory/tenantLookup/openIdAuthority.ts';
import { createOpenIdTenantLookup } from '../services/directory/tenantLookup/openIdTenantLookup.ts';
import { rememberTenants } from '../services/directory/tenantLookup/tenantLookup.ts';
import type { DocumentStore } from '../services/storage/documents/documentStore.ts';
import type { FileStore } from '../services/storage/files/fileStore.ts';
import { calendarOf } from './calendarSettings.ts';
import { type Config, ConfigError } from './config.ts';
import { createBot } from './createBot.ts';
import { createLogger, type Logger } from './logger.ts';
import { quotasOf } from './quotaSettings.ts';
import { dependenciesOf, refuseAlone, refuseWrong } from './start/dependenciesOf.ts';
import { noteOutages } from './start/noteOutages.ts';
import { openDocuments, openFiles } from './start/openStores.ts';
import { createOutages } from './start/outages.ts';
import { stopOnSignal, stopServing, turnsMs } from './stopServing.ts';
import { logSdkConsole } from './teams/sdkConsole.ts';
import { createServer, listen, type ServingState } from './teams/server.ts';
import { tokenEndpointsOf } from './tokenSettings.ts';

/** How long what the bot needs may take to answer at the start, in milliseconds: a wrong setting is named within 12 s. */
const probeMs = 6000;
/** How often what is away is asked again, in milliseconds. */
const askAgainMs = 5000;

/**
 * Runs the bot in production until a signal stops it. Never serves the local page. A setting that can never work is
 * named in a `ConfigError`; what is only away is waited for while the bot runs.
 */
export async function startBot(config: Config): Promise<void> {
  const logger = createLogger(config.LOG_LEVEL);
  logSdkConsole(logger);
  const documents = openDocuments(config);
  const files = await openFiles(config).catch(refuseAlone);
  const outages = createOutages({
    dependencies: dependenciesOf(config, [documents.dependency, files.dependency]),
    ...{ logger, now: () => new Date(), probeMs, everyMs: askAgainMs },
  });
  const store = noteOutages(documents.store, outages);
  const bot = botOf(config, { store, files: files.store, logger });
  let state: ServingState = 'starting';
  const server = createServer({ ...bot, plain: [], logger, state: () => state, away: outages.now });
  const port = await listenOrName(server, config.PORT);
  refuseWrong(await outages.probe());
  if (config.TOKEN_KEYS_URL)
    logger.warn({ keys: new URL(config.TOKEN_KEYS_URL).host }, 'tokens are not those of a cloud');
  outages.start();
  bot.background.start();
  state = 'ready';
  logger.info({ port, ...whatRuns(config) }, 'listening');
  stopOnSignal(async () => {
    logger.info('stopping');
    await stopServing({
      server: server.server as Server,
      notReady: () => {
        state = 'stopping';
      },
      stopBackground: async () => {
        outages.stop();
        await bot.background.stop();
      },
      closeStore: async () => await store.close(),
      noticeMs: config.STOP_NOTICE_SECONDS * 1000,
      finishMs: turnsMs - config.STOP_NOTICE_SECONDS * 1000,
    });
    logger.info('stopped');
  });
}

function botOf(
  config: Config,
  {
    store,
    files,
    logger,
  }: { readonly store: DocumentStore; readonly files: FileStore; readonly logger: Logger },
) {
  const tokenEndpoints = tokenEndpointsOf(config, config.MICROSOFT_APP_TENANT_ID);
  return createBot({
    appId: config.MICROSOFT_APP_ID,
    appPassword: config.MICROSOFT_APP_PASSWORD,
    appTenantId: config.MICROSOFT_APP_TENANT_ID,
    cloud: config.CHANNEL_CLOUD,
    ...(tokenEndpoints ? { tokenEndpoints } : {}),
    ...(config.SERVICE_HOSTS.length > 0 ? { serviceHosts: config.SERVICE_HOSTS } : {}),
    ...(config.REVIEWERS_CHANNEL_ID ? { reviewersChannelId: config.REVIEWERS_CHANNEL_ID } : {}),
    quotas: quotasOf(config),
    alertsLateAfterMinutes: config.ALERTS_LATE_AFTER_MINUTES,
    store,
    files,
    tenantLookup: rememberTenants(
      createOpenIdTenantLookup({
        authority: openIdAuthority(config.OPENID_AUTHORITY),
        onUnavailable: (error) => logger.warn({ err: error }, 'a domain’s tenant could not be looked up'),
      }),
    ),
    now: () => new Date(),
    calendar: calendarOf(config),
    fileHosts: config.FILE_HOSTS.split(',').map((host) => host.trim()),
    logger,
  });
}

async function listenOrName(server: Parameters<typeof listen>[0], port: number): Promise<number> {
  return await listen(server, port, '0.0.0.0').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'refused';
    throw new ConfigError(`The bot cannot start.\n  PORT: nothing can listen on ${port}: ${code}`);
  });
}

/** One line says what runs: places and versions, no secret. */
const whatRuns = (config: Config) => ({
  node: process.version,
  cloud: config.CHANNEL_CLOUD,
  app: config.MICROSOFT_APP_ID,
  cosmos: `${new URL(config.COSMOS_ENDPOINT).host}/${config.COSMOS_DATABASE}/${config.COSMOS_CONTAINER}`,
  blob: `${new URL(config.BLOB_ENDPOINT).host}/${config.BLOB_CONTAINER}`,
  calendar: `${config.CALENDAR_COUNTRY} ${config.CALENDAR_TIME_ZONE}`,
});
