import { z } from 'zod/v4';
import { type OpenIdOrigin, openIdAuthorities } from '../services/directory/tenantLookup/openIdAuthority.ts';
import { calendarSettings } from './calendarSettings.ts';
import { quotaSettings } from './quotaSettings.ts';
import { cloudNames } from './teams/clouds.ts';
import { isLoopbackHost } from './teams/serviceHosts.ts';
import { mayBeService, missingTokenSettings, tokenSettings } from './tokenSettings.ts';

const required = (what: string) => z.string({ error: what }).min(1, what);
const port = z.coerce.number().int().min(0).max(65535);

const storeSettings = {
  COSMOS_ENDPOINT: required('the Cosmos DB account’s endpoint, https://….documents.azure.com'),
  COSMOS_KEY: required('the Cosmos DB account’s key'),
  COSMOS_DATABASE: z.string().min(1).default('cpor'),
  COSMOS_CONTAINER: z.string().min(1).default('claims'),
};

/** A full host name only: no port, no suffix and no numeric address; loopback is for trials (`mayBeService`). */
const hostName = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/;
const fullHostNames = 'full host names in lower case, with commas';
const serviceHosts = z
  .string()
  .default('')
  .transform((list) => (list.trim() === '' ? [] : list.split(',').map((host) => host.trim())))
  .refine((hosts) => hosts.every((host) => hostName.test(host) || isLoopbackHost(host)), fullHostNames);

/** The settings that `npm start` reads from its environment. Every setting without a default must be given. */
const allSettings = z.object({
  MICROSOFT_APP_ID: required('the bot registration’s application (client) ID'),
  MICROSOFT_APP_TENANT_ID: required('the Entra tenant ID of the bot registration (single tenant)'),
  MICROSOFT_APP_PASSWORD: required('the bot registration’s client secret'),
  ...storeSettings,
  BLOB_ENDPOINT: required('the storage account’s Blob endpoint, https://….blob.core.windows.net'),
  /** The account key. Absent or empty: the managed identity is used, which needs no secret. */
  BLOB_KEY: z.string().optional(),
  BLOB_CONTAINER: z.string().min(1).default('proofs'),
  /** The Microsoft cloud of the bot's Teams; it decides whose signature is accepted and where answers go. */
  CHANNEL_CLOUD: z.enum(cloudNames).default('public'),
  /** D16: the reviewers' channel, such as `19:…@thread.tacv2`; empty: the first in which a reviewer installs the bot. */
  REVIEWERS_CHANNEL_ID: z
    .string()
    .trim()
    .regex(/^(19:[^\s;]{1,150}@thread\.\w{1,20})?$/, 'a channel ID: 19:…@thread.tacv2')
    .default(''),
  /** Hosts of Teams' services that replace those of the cloud; empty: those of the cloud. */
  SERVICE_HOSTS: serviceHosts,
  FILE_HOSTS: z.string().default('.sharepoint.com,.svc.ms'),
  /** The authority that is asked which tenant a domain belongs to; only one of Microsoft's clouds. */
  OPENID_AUTHORITY: z
    .enum(Object.keys(openIdAuthorities) as [OpenIdOrigin])
    .default('https://login.microsoftonline.com'),
  ...tokenSettings,
  ...calendarSettings,
  ...quotaSettings,
  /** How many minutes an alert may wait before the log and `/ready` say so. */
  ALERTS_LATE_AFTER_MINUTES: z.coerce.number().int().min(1).max(1440).default(15),
  PORT: port.default(3978),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const settings = allSettings.superRefine((config, { addIssue }) => {
  for (const name of missingTokenSettings(config))
    addIssue({ code: 'custom', path: [name], message: 'all TOKEN_ settings must be given, or none' });
  if (!config.SERVICE_HOSTS.every((host) => mayBeService(host, config)))
    addIssue({ code: 'custom', path: ['SERVICE_HOSTS'], message: fullHostNames });
});

export type Config = z.infer<typeof settings>;

/** Thrown when the bot cannot start: which settings are missing or wrong, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; throws a `ConfigError` that names every missing or wrong one. */
export const readConfig = (environment: Environment): Config =>
  readAs(settings, environment, 'The bot cannot start.');

/** The settings of the document store, which are all that an import or a look at the alerts needs. */
export const readStoreConfig = (environment: Environment, consequence = 'Nothing can be imported.') =>
  readAs(z.object(storeSettings), environment, consequence);

function readAs<T>(schema: z.ZodType<T>, environment: Environment, consequence: string): T {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new ConfigError(`${consequence} These settings are missing or wrong:\n${lines.join('\n')}`);
}
