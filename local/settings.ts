import { type AzureSettings, readAzureSettings } from './azure/azureSettings.ts';
import { readOptions } from './readOptions.ts';

export interface LocalSettings {
  readonly port: number;
  /** Start anew: forget what an earlier run on this port has kept. */
  readonly reset: boolean;
  /** Who sits at the page, by first name in the demo directory. */
  readonly people: readonly string[];
  /** The accounts or emulators behind the Azure protocols; without it, the embedded stores. */
  readonly azure?: AzureSettings;
}

const defaultPort = 3978;
const defaultPeople = 'ana,nils,rita';
/** How the command is written. */
export const usage = `npm run local -- [--port ${defaultPort}] [--people ${defaultPeople}] [--reset] [--azure]

  --port    the port (or PORT); each keeps data of its own in .data/<port>
  --people  who sits at the page, by first name: local/demo/README.md lists them
  --reset   starts anew; refused for an account in Azure
  --azure   on Cosmos DB and Blob Storage: emulators that begin anew at each start, or the accounts that
            COSMOS_… and BLOB_… name (docs/settings.md), whose data stay. A database with people of its own is refused.`;

/**
 * Reads `--port`, `--reset`, `--people`, `--azure` and the environment's PORT, with `--azure` also COSMOS_… and BLOB_…;
 * throws a readable error for anything else, and for `--reset` with a Cosmos DB account.
 */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LocalSettings {
  const options = {
    port: { type: 'string' },
    reset: { type: 'boolean', default: false },
    people: { type: 'string', default: defaultPeople },
    azure: { type: 'boolean', default: false },
  } as const;
  const { values } = readOptions({ args: [...args], options }, usage);
  const typed = values.port ?? environment.PORT ?? String(defaultPort);
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(port >= 1 && port <= 65535))
    throw new Error(`The port must be a number from 1 to 65535, not “${typed}”.`);
  const azure = values.azure ? readAzureSettings(environment) : undefined;
  if (values.reset && azure?.cosmos.account) throw new Error(resetRefused(azure.cosmos));
  const people = values.people.split(',').map((name) => name.trim().toLowerCase());
  return {
    port,
    reset: values.reset,
    people: people.filter((name) => name !== ''),
    ...(azure ? { azure } : {}),
  };
}

/** Only the owner of an account empties it; chats and time that start afresh would not match its claims. */
const resetRefused = ({ account, database, container }: AzureSettings['cosmos']): string =>
  `--reset empties nothing in an account: the claims in Cosmos DB at ${account?.endpoint} (${database}/${container}) stay. Leave --reset away, or set COSMOS_CONTAINER to a new name to start anew there.`;
