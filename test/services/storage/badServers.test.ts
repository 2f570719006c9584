import { equal, match, ok } from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { Readable } from 'node:stream';
import { CosmosClient } from '@azure/cosmos';
import { BlobServiceClient, newPipeline, StorageSharedKeyCredential } from '@azure/storage-blob';
import { networkWithin } from '../../../bot/teams/ownCredentials.ts';
import { createCosmosStore } from '../../../services/storage/documents/cosmos/cosmosStore.ts';
import { indexes } from '../../../services/storage/documents/indexes.ts';
import { createBlobFileStore } from '../../../services/storage/files/blob/blobFileStore.ts';
import { listenOnLoopback } from '../../support/listenOnLoopback.ts';
import { freePort } from '../../support/localProcess.ts';
import { until } from '../../support/until.ts';

const key = 'a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5';
const fileId = '0123456789abcdef0123456789abcdef';
/** Short for the test's sake; in production 4 s. */
const limitMs = 300;
const limits = { requestMs: limitMs, blockMs: limitMs };

/** Each way in which something that leaves the process can go wrong at the other end. */
const faults: Readonly<Record<string, RequestListener>> = {
  'takes the request and never answers': () => undefined,
  'begins an answer and never ends it': (_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('content-length', '1000');
    response.write('{');
  },
  'answers a web page': (_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<html>Please sign in</html>');
  },
  'cuts the connection': (request) => {
    request.socket.destroy();
  },
};

/** What is asked of the other end, by its address; each must end. */
const calls: Readonly<Record<string, (address: string) => Promise<unknown>>> = {
  'Cosmos DB is read': (address) => cosmosAt(address).read('pk', 'id'),
  'Cosmos DB is written': (address) =>
    cosmosAt(address).batch('pk', [
      { kind: 'upsert', document: { pk: 'pk', id: 'id', type: 'lease', body: {} } },
    ]),
  'Cosmos DB is queried': (address) =>
    cosmosAt(address).query({
      type: 'claim',
      equals: { partnerId: 'x' },
      order: { field: 'updatedAt', direction: 'descending' },
      limit: 5,
    }),
  'a file is stored': (address) =>
    blobsAt(address).put(fileId, Readable.from([Buffer.from('%PDF-1.7')]), { limitBytes: 100 }),
  'a file is deleted': (address) => blobsAt(address).delete(fileId),
  'the bot’s own token is fetched': (address) =>
    networkWithin(limitMs).sendPostRequestAsync(`${address}/token`, { body: 'x' }),
};

function cosmosAt(endpoint: string) {
  const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
  return createCosmosStore({ container: client.database('d').container('c'), indexes, limitMs });
}

function blobsAt(address: string) {
  const credential = new StorageSharedKeyCredential('account', key);
  const pipeline = newPipeline(credential, { retryOptions: { maxTries: 1 } });
  const container = new BlobServiceClient(`${address}/account`, pipeline).getContainerClient('proofs');
  return createBlobFileStore({ container, signer: { key: credential }, now: () => new Date(), limits });
}

describe('When the other end of a call does not do what it should', function () {
  this.timeout(20_000);
  const patienceMs = 9000;

  for (const [what, call] of Object.entries(calls)) {
    for (const [how, fault] of Object.entries(faults))
      it(`and ${what}: it fails in time and frees its socket when the server ${how}`, async () => {
        let open = 0;
        const server = createServer(fault);
        server.on('connection', (socket) => {
          open += 1;
          socket.on('close', () => {
            open -= 1;
          });
        });
        const address = await listenOnLoopback(server);
        const begun = performance.now();
        const outcome = await call(address).then(
          () => 'answered',
          (error: unknown) => (error instanceof Error ? error.name : typeof error),
        );
        ok(performance.now() - begun < patienceMs, `${performance.now() - begun} ms`);
        match(outcome, /Error|RestError|object/);
        // An idle connection may be kept for the next request; one on which something is awaited must be gone.
        server.closeIdleConnections();
        await until(() => open === 0, 'the socket to be freed');
        server.close();
      });

    it(`and ${what}: it fails in time when nobody listens`, async () => {
      const begun = performance.now();
      const failed = await call(`http://127.0.0.1:${await freePort()}`).then(
        () => false,
        () => true,
      );
      equal(failed, true);
      ok(performance.now() - begun < patienceMs);
    });
  }
});
