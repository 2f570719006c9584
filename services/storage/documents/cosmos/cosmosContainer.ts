import {
  type CompositePath,
  type Container,
  type ContainerDefinition,
  CosmosClient,
  type IndexingPolicy,
} from '@azure/cosmos';
import type { DocumentStore, IndexDeclaration } from '../documentStore.ts';
import { checkIndexes } from '../requestChecks.ts';
import { createCosmosStore } from './cosmosStore.ts';

/** What is needed to create a container. */
export interface CosmosContainerOptions {
  readonly client: CosmosClient;
  readonly database: string;
  readonly container: string;
  readonly indexes: readonly IndexDeclaration[];
}

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
  const { endpoint, key, now, limitMs = 4000, ...wanted } = connection;
  // An emulator reports an arbitrary address; a real account reports one for each region.
  const connectionPolicy = { enableEndpointDiscovery: !isLoopback(endpoint), requestTimeout: limitMs };
  const client = new CosmosClient({ endpoint, key, connectionPolicy });
  try {
    const container = await ensureCosmosContainer({ client, ...wanted });
    const store = createCosmosStore({
      container,
      indexes: wanted.indexes,
      limitMs,
      ...(now ? { now } : {}),
    });
    return { ...store, close: async () => client.dispose() };
  } catch (error) {
    client.dispose();
    throw error;
  }
}

const isLoopback = (endpoint: string) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(endpoint).hostname);

/**
 * Makes the database and container unless they are there, and adds missing composite indexes. Needs a key or a
 * control-plane role; with data-plane roles only, let the infrastructure make the container.
 */
export async function ensureCosmosContainer(options: CosmosContainerOptions): Promise<Container> {
  checkIndexes(options.indexes);
  const { database } = await options.client.databases.createIfNotExists({ id: options.database });
  const { container, resource } = await database.containers.createIfNotExists({
    id: options.container,
    partitionKey: { paths: ['/pk'] },
    // Documents live for ever unless they carry a `ttl`.
    defaultTtl: -1,
    indexingPolicy: cosmosIndexingPolicy(options.indexes),
  });
  if (resource) await addIndexes(container, resource, options.indexes);
  return container;
}

/** The indexing policy that the declared indexes need: both directions of each composite, and nothing else of the body. */
export function cosmosIndexingPolicy(indexes: readonly IndexDeclaration[]): IndexingPolicy {
  const fields = new Set(indexes.flatMap(({ equals, order }) => [...equals, order]));
  const paths = ['/pk', '/type', '/expiresAt', ...[...fields].map((field) => `/data/${field}`)];
  return {
    indexingMode: 'consistent',
    automatic: true,
    includedPaths: paths.map((path) => ({ path: `${path}/?` })),
    excludedPaths: [{ path: '/*' }],
    compositeIndexes: indexes.flatMap(compositesOf),
  };
}

function compositesOf({ equals, order }: IndexDeclaration): CompositePath[][] {
  const paths = ['/type', ...[...equals, order].map((field) => `/data/${field}`), '/pk', '/id'];
  return (['ascending', 'descending'] as const).map((direction) =>
    paths.map((path) => ({ path, order: direction })),
  );
}

async function addIndexes(
  container: Container,
  found: ContainerDefinition,
  indexes: readonly IndexDeclaration[],
): Promise<void> {
  const key = found.partitionKey?.paths.join();
  if (key !== '/pk' || found.defaultTtl === undefined) {
    throw new Error(
      `Container ${container.id} needs the partition key /pk and time to live; it has ${key}, ${found.defaultTtl}.`,
    );
  }
  const present = new Set((found.indexingPolicy?.compositeIndexes ?? []).map(nameOf));
  const wanted = cosmosIndexingPolicy(indexes);
  const lacking = (wanted.compositeIndexes ?? []).filter((composite) => !present.has(nameOf(composite)));
  if (lacking.length === 0) return;
  const includedPaths = mergePaths(found.indexingPolicy?.includedPaths ?? [], wanted.includedPaths ?? []);
  const compositeIndexes = [...(found.indexingPolicy?.compositeIndexes ?? []), ...lacking];
  await container.replace({
    id: container.id,
    ...(found.partitionKey ? { partitionKey: found.partitionKey } : {}),
    defaultTtl: found.defaultTtl,
    indexingPolicy: { ...found.indexingPolicy, includedPaths, compositeIndexes },
  });
}

const nameOf = (composite: readonly CompositePath[]) =>
  composite.map(({ path, order }) => `${path} ${order}`).join();

function mergePaths<P extends { path: string }>(present: readonly P[], wanted: readonly P[]): P[] {
  return [...present, ...wanted.filter(({ path }) => !present.some((each) => each.path === path))];
}
