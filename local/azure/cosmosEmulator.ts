import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import accountModule from '@vercel/cosmosdb-server/lib/account/index.js';
import routesModule from '@vercel/cosmosdb-server/lib/routes.js';
import { listenOnLoopback } from '../ports.ts';
import { type Answer, type Collection, createCosmosPartition, NotEmulated } from './cosmosPartition.ts';

/** A running emulator: what a `CosmosClient` needs, with `connectionPolicy: { enableEndpointDiscovery: false }`. */
export interface CosmosEmulator {
  readonly endpoint: string;
  readonly key: string;
  stop(): Promise<void>;
}

/**
 * Starts a stand-in for Azure Cosmos DB on a free port of 127.0.0.1. Around `@vercel/cosmosdb-server` (pinned; its inner modules
 * are used) it does itself what that only pretends: transactional batches, If-Match, partition keys of queries, time to live.
 *
 * What it does not do, so what passes here is no proof for the service: check keys or rights, throttle (429, 449), count request
 * units, page by size, split partitions, make query plans, or keep anything after `stop`. Queries slow down with the
 * square of the number of documents. Anything else that would get a wrong answer gets a clear 501: patch, change feed,
 * hierarchical partition keys, unique keys, read feeds, stored scripts, If-None-Match.
 */
export async function startCosmosEmulator(): Promise<CosmosEmulator> {
  const server = createServer();
  const endpoint = await listenOnLoopback(server);
  const account = new accountModule.default('127.0.0.1', Number(new URL(endpoint).port));
  server.on('request', async (request, response) => {
    try {
      const body = await buffer(request);
      // From here on nothing waits, so each request is atomic.
      send(response, await answer(account, request, body, response));
    } catch (error) {
      const status = error instanceof NotEmulated ? 501 : 500;
      const message = error instanceof Error ? error.message : String(error);
      console.error(`Cosmos DB emulator: ${status} for ${request.method} ${request.url}: ${message}`);
      send(response, { status, body: { code: String(status), message } });
    }
  });
  return {
    endpoint,
    key: Buffer.from('this emulator checks no key').toString('base64'),
    async stop() {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
}

type Account = InstanceType<typeof accountModule.default>;

function answer(account: Account, request: IncomingMessage, body: Buffer, response: ServerResponse) {
  refuse(request, body);
  const match = /^\/+dbs\/([^/]+)\/colls\/([^/]+)\/docs(?:\/([^/]+))?\/?$/.exec(request.url ?? '');
  const [database, container, id] = (match?.slice(1) ?? []).map((part) => part && decodeURIComponent(part));
  if (!match || !database || !container) return forward(account, request, body, response);
  const collection: Collection = account.database(database).collection(container);
  if (!collection.read()) return { status: 404, body: { code: 'NotFound', message: 'No such container.' } };
  return answerDocuments(collection, request, { body, id });
}

/** Reads, writes and queries of documents. */
function answerDocuments(
  collection: Collection,
  { method, headers }: IncomingMessage,
  { body, id }: { readonly body: Buffer; readonly id: string | undefined },
): Answer {
  const json = body.length > 0 ? JSON.parse(body.toString()) : undefined;
  const partition = createCosmosPartition(collection, headers['x-ms-documentdb-partitionkey']);
  const ifMatch = headers['if-match'];
  const says = (name: string) => String(headers[name]).toLowerCase() === 'true';
  if (method === 'POST' && says('x-ms-cosmos-is-batch-request')) return partition.batch(json);
  if (method === 'POST' && says('x-ms-cosmos-is-query-plan-request')) return noQueryPlan;
  if (
    method === 'POST' &&
    (says('x-ms-documentdb-isquery') || headers['content-type'] === 'application/query+json')
  ) {
    return partition.query(json, Number(headers['x-ms-max-item-count'] ?? 0), headers['x-ms-continuation']);
  }
  if (method === 'POST') {
    const operationType = says('x-ms-documentdb-is-upsert') ? 'Upsert' : 'Create';
    return partition.single({ operationType, resourceBody: json, ifMatch });
  }
  if (id === undefined) throw new NotEmulated('Read feed');
  if (method === 'GET') return partition.single({ operationType: 'Read', id });
  if (method === 'PUT')
    return partition.single({ operationType: 'Replace', id, resourceBody: json, ifMatch });
  if (method === 'DELETE') return partition.single({ operationType: 'Delete', id, ifMatch });
  throw new NotEmulated(`${method} of a document`);
}

/** The SDK asks for a plan beforehand, and needs it only where a query goes to several ranges of partitions; here is one range. */
const noQueryPlan: Answer = { status: 400, body: { code: 'BadRequest', message: 'No query plans here.' } };

/** Refuses by name the kinds of request that would be answered wrongly. */
function refuse({ method, url, headers }: IncomingMessage, body: Buffer): void {
  if (headers['a-im']) throw new NotEmulated('Change feed');
  if (headers['if-none-match']) throw new NotEmulated('If-None-Match');
  if (/\/(udfs|sprocs|triggers)(\/|$)/.test(url ?? '')) throw new NotEmulated('Stored script');
  const definesContainer =
    /\/colls\/?$/.test(url ?? '') || (method === 'PUT' && /\/colls\/[^/]+\/?$/.test(url ?? ''));
  if (!definesContainer || !['POST', 'PUT'].includes(method ?? '') || body.length === 0) return;
  const { partitionKey, uniqueKeyPolicy } = JSON.parse(body.toString());
  if (partitionKey && partitionKey.paths?.length !== 1) throw new NotEmulated('Hierarchical partition key');
  if (partitionKey && !/^\/[^/]+$/.test(partitionKey.paths[0])) throw new NotEmulated('Nested partition key');
  if (uniqueKeyPolicy?.uniqueKeys?.length > 0) throw new NotEmulated('Unique key');
}

/** Lets the emulator itself answer what is about the account, databases and containers. */
async function forward(
  account: Account,
  { url, method, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<Answer> {
  const request = Object.assign(Readable.from([body], { objectMode: false }), { url, method, headers });
  const route = routesModule.default(request as unknown as IncomingMessage);
  if (!route) throw new NotEmulated('This address');
  const [parameters, handler] = route;
  const answered = (await handler(account, request, response, parameters)) ?? {};
  return {
    status: response.statusCode,
    body: response.statusCode < 400 ? answered : { message: '', ...answered },
  };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const etag = body && '_etag' in body ? { etag: String(body._etag) } : {};
  const fixed = { 'content-type': 'application/json', 'x-ms-request-charge': '1' };
  response.writeHead(status, { ...fixed, ...etag, ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
