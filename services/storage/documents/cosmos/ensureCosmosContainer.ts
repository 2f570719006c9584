import type {
  CompositePath,
  Container,
  ContainerDefinition,
  CosmosClient,
  IndexingPolicy,
} from '@azure/cosmos';
import { WrongAccountError } from '../../serviceFault.ts';
import type { IndexDeclaration } from '../documentStore.ts';
import { checkIndexes } from '../requestChecks.ts';

/** What is needed to create a container. */
export interface CosmosContainerOptions {
  readonly client: CosmosClient;
  readonly database: string;
  readonly container: string;
  readonly indexes: readonly IndexDeclaration[];
}

/**
 * Makes the database and container unless they are there, and adds missing composite indexes. Needs a key or a
 * control-plane role; with data-plane roles only, let the infrastructure make the container.
 */
export async function ensureCosmosContainer(
  options: CosmosContainerOptions,
  abortSignal: AbortSignal,
): Promise<Container> {
  checkIndexes(options.indexes);
  const inTime = { abortSignal };
  const { database } = await options.client.databases.createIfNotExists({ id: options.database }, inTime);
  const wanted = {
    id: options.container,
    partitionKey: { paths: ['/pk'] },
    // Documents live for ever unless they carry a `ttl`.
    defaultTtl: -1,
    indexingPolicy: cosmosIndexingPolicy(options.indexes),
  };
  const { container, resource } = await database.containers.createIfNotExists(wanted, inTime);
  if (resource) await addIndexes(container, resource, options.indexes, inTime);
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
  inTime: { readonly abortSignal: AbortSignal },
): Promise<void> {
  const key = found.partitionKey?.paths.join();
  if (key !== '/pk' || found.defaultTtl === undefined) {
    throw new WrongAccountError(
      'container',
      `Container ${container.id} needs the partition key /pk and time to live; it has ${key}, ${found.defaultTtl}`,
    );
  }
  const present = new Set((found.indexingPolicy?.compositeIndexes ?? []).map(nameOf));
  const wanted = cosmosIndexingPolicy(indexes);
  const lacking = (wanted.compositeIndexes ?? []).filter((composite) => !present.has(nameOf(composite)));
  if (lacking.length === 0) return;
  const includedPaths = mergePaths(found.indexingPolicy?.includedPaths ?? [], wanted.includedPaths ?? []);
  const compositeIndexes = [...(found.indexingPolicy?.compositeIndexes ?? []), ...lacking];
  const replaced = {
    id: container.id,
    ...(found.partitionKey ? { partitionKey: found.partitionKey } : {}),
    defaultTtl: found.defaultTtl,
    indexingPolicy: { ...found.indexingPolicy, includedPaths, compositeIndexes },
  };
  await container.replace(replaced, inTime);
}

const nameOf = (composite: readonly CompositePath[]) =>
  composite.map(({ path, order }) => `${path} ${order}`).join();

function mergePaths<P extends { path: string }>(present: readonly P[], wanted: readonly P[]): P[] {
  return [...present, ...wanted.filter(({ path }) => !present.some((each) => each.path === path))];
}
