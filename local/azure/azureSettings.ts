import type { EmulatorAddress } from './serveParent.ts';

/** The database and the storage behind the Azure protocols; without an account, the emulator. */
export interface AzureSettings {
  readonly cosmos: {
    readonly account?: EmulatorAddress;
    readonly database: string;
    readonly container: string;
  };
  readonly blob: { readonly account?: EmulatorAddress; readonly container: string };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what `--azure` runs on; throws a readable error if an account is incomplete or its address is invalid. */
export function readAzureSettings(environment: Environment): AzureSettings {
  const { COSMOS_DATABASE, COSMOS_CONTAINER, BLOB_CONTAINER } = environment;
  return {
    cosmos: {
      ...accountOf(environment, 'COSMOS'),
      database: COSMOS_DATABASE || 'cpor',
      container: COSMOS_CONTAINER || 'claims',
    },
    blob: { ...accountOf(environment, 'BLOB'), container: BLOB_CONTAINER || 'proofs' },
  };
}

function accountOf(environment: Environment, prefix: 'COSMOS' | 'BLOB'): { account?: EmulatorAddress } {
  const names = { endpoint: `${prefix}_ENDPOINT`, key: `${prefix}_KEY` };
  const [endpoint, key] = [environment[names.endpoint], environment[names.key]];
  if (!endpoint && !key) return {};
  if (!endpoint || !key) {
    const [given, lacking] = endpoint ? [names.endpoint, names.key] : [names.key, names.endpoint];
    throw new Error(
      `${given} is set without ${lacking}. Set both to use that account, or neither to use the emulator.`,
    );
  }
  if (!isSafeAddress(endpoint))
    throw new Error(`${names.endpoint} must be an address that begins with https://, not “${endpoint}”.`);
  return { account: { endpoint, key } };
}

/** Without encryption, claims and files may travel only within this machine. */
function isSafeAddress(endpoint: string): boolean {
  const { protocol, hostname } = URL.parse(endpoint) ?? {};
  const onLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname ?? '');
  return protocol === 'https:' || (protocol === 'http:' && onLoopback);
}
