import { openIdAuthority } from '../services/directory/tenantLookup/openIdAuthority.ts';
import { createOpenIdTenantLookup } from '../services/directory/tenantLookup/openIdTenantLookup.ts';
import { rememberTenants } from '../services/directory/tenantLookup/tenantLookup.ts';
import { connectCosmosStore } from '../services/storage/documents/cosmos/cosmosContainer.ts';
import { indexes } from '../services/storage/documents/indexes.ts';
import { connectBlobFileStore } from '../services/storage/files/blob/blobContainer.ts';
import type { FileStore } from '../services/storage/files/fileStore.ts';
import { calendarOf } from './calendarSettings.ts';
import type { Config } from './config.ts';
import { createBot } from './createBot.ts';
import { createLogger } from './logger.ts';
import { quotasOf } from './quotaSettings.ts';
import { logSdkConsole } from './teams/sdkConsole.ts';
import { createServer, listen } from './teams/server.ts';
import { tokenEndpointsOf } from './tokenSettings.ts';

/** Runs the bot in production until a signal stops it. Never serves the local page. */
export async function startBot(config: Config): Promise<void> {
  const logger = createLogger(config.LOG_LEVEL);
  logSdkConsole(logger);
  const files = await connectFiles(config);
  const store = await connectCosmosStore({
    endpoint: config.COSMOS_ENDPOINT,
    key: config.COSMOS_KEY,
    database: config.COSMOS_DATABASE,
    container: config.COSMOS_CONTAINER,
    indexes,
  });
  const tokenEndpoints = tokenEndpointsOf(config, config.MICROSOFT_APP_TENANT_ID);
  const bot = createBot({
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
  const server = createServer({ ...bot, plain: [], logger });
  if (config.TOKEN_KEYS_URL)
    logger.warn({ keys: new URL(config.TOKEN_KEYS_URL).host }, 'tokens are not those of a cloud');
  const port = await listen(server, config.PORT, '0.0.0.0');
  bot.background.start();
  logger.info({ port }, 'listening');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      void bot.background
        .stop()
        .then(() => store.close())
        .finally(() => process.exit(0));
    });
  }
}

async function connectFiles(config: Config): Promise<FileStore> {
  const account = { endpoint: config.BLOB_ENDPOINT, container: config.BLOB_CONTAINER };
  if (config.BLOB_KEY) return connectBlobFileStore({ ...account, key: config.BLOB_KEY });
  // Loaded only here: it is large, and not needed when there is a key.
  const { DefaultAzureCredential } = await import('@azure/identity');
  return connectBlobFileStore({ ...account, identity: new DefaultAzureCredential() });
}
