import { CosmosClient, ErrorResponse } from '@azure/cosmos';
import { reach } from '../../reach.ts';
import { openingFault } from '../../serviceFault.ts';
import type { DocumentStore } from '../documentStore.ts';
import { createCosmosStore } from './cosmosStore.ts';
import { type CosmosContainerOptions, ensureCosmosContainer } from './ensureCosmosContainer.ts';

/** An account with its key, and the database and container for the documents. */
export interface CosmosConnection extends Omit<CosmosContainerOptions, 'client'> {
  readonly endpoint: string;
  readonly key: string;
  /** The clock by which documents expire; absent: the real time. */
  readonly now?: (() => Date) | undefined;
  /** How long one request may take, in milliseconds: 4 s by default, because somebody waits. An import gives more. */
  readonly limitMs?: number | undefined;
}

/** Opens the document store in an account or emulator, and creates what is missing; `close` ends the connection. */
export async function connectCosmosStore(connection: CosmosConnection): Promise<DocumentStore> {
  const { store, prepare } = openCosmosStore(connection);
  try {
    await prepare(AbortSignal.timeout(openingMs));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** How long reaching the account and creating what is missing may take, in milliseconds. */
const openingMs = 20_000;

/**
 * The document store in an account or emulator, which is not asked yet. `prepare` creates what is missing there; it may
 * be repeated, and throws a `WrongAccountError` or a `ServiceAwayError`.
 */
export function openCosmosStore(connection: CosmosConnection) {
  const { endpoint, key, now, limitMs = 4000, ...wanted } = connection;
  // An emulator reports an arbitrary address; a real account reports one for each region.
  const connectionPolicy = { enableEndpointDiscovery: !isLoopback(endpoint), requestTimeout: limitMs };
  const client = new CosmosClient({ endpoint, key, connectionPolicy });
  const store = createCosmosStore({
    container: client.database(wanted.database).container(wanted.container),
    indexes: wanted.indexes,
    limitMs,
    ...(now ? { now } : {}),
  });
  return {
    store: { ...store, close: async () => client.dispose() } satisfies DocumentStore,
    prepare: (signal: AbortSignal): Promise<void> => prepare({ client, ...wanted }, endpoint, signal),
  };
}

async function prepare(
  options: CosmosContainerOptions,
  endpoint: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await reach(endpoint, signal);
    await untilAborted(ensureCosmosContainer(options, signal), signal);
  } catch (error) {
    throw openingFault(error, `Cosmos DB at ${new URL(endpoint).host}`, statusOf(error));
  }
}

/** The SDK does not end everything that it does by itself. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** Errors of the SDK carry the status as their code. */
const statusOf = (error: unknown): number | undefined =>
  error instanceof ErrorResponse && typeof error.code === 'number' ? error.code : undefined;

const isLoopback = (endpoint: string) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(endpoint).hostname);
