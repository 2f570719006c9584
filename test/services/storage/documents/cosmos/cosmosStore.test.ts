import assert from 'node:assert/strict';
import { type Container, CosmosClient } from '@azure/cosmos';
import sinon from 'sinon';
import { type CosmosEmulator, startCosmosEmulator } from '../../../../../local/azure/cosmosEmulator.ts';
import { connectCosmosStore } from '../../../../../services/storage/documents/cosmos/cosmosContainer.ts';
import { createCosmosStore } from '../../../../../services/storage/documents/cosmos/cosmosStore.ts';
import {
  cosmosIndexingPolicy,
  ensureCosmosContainer,
} from '../../../../../services/storage/documents/cosmos/ensureCosmosContainer.ts';
import { decodeId, encodeId } from '../../../../../services/storage/documents/cosmosId.ts';
import { StoreOutageError, type Write } from '../../../../../services/storage/documents/documentStore.ts';

const pk = 'customer';
const aCreate = (id: string): Write => ({ kind: 'create', document: { pk, id, type: 'claim', body: {} } });

describe('When Cosmos DB answers a batch in its own way', () => {
  const wait = sinon.fake.resolves(undefined);
  const batch = sinon.stub();
  // A container of which the store may only send batches: every other use of it is a failure of the test.
  const container = { items: { batch } } as unknown as Container;
  const store = createCosmosStore({ container, indexes: [], wait });
  const statuses = (...codes: number[]) => ({
    result: codes.map((statusCode) => ({ statusCode, requestCharge: 1, eTag: '"1"' })),
  });
  const writes: Write[] = [aCreate('a'), { kind: 'delete', pk, id: 'b', etag: '"0"' }, aCreate('c')];

  beforeEach(() => {
    batch.reset();
    wait.resetHistory();
  });

  it('names the write that failed, not those that fell with it', async () => {
    batch.resolves(statuses(424, 412, 424));
    assert.deepEqual(await store.batch(pk, writes), { ok: false, failure: 'stale', index: 1 });
    batch.resolves(statuses(424, 404, 424));
    assert.deepEqual(await store.batch(pk, writes), { ok: false, failure: 'missing', index: 1 });
  });

  it('sends the batch again when it asks for that', async () => {
    batch.onFirstCall().resolves(statuses(424, 449, 424));
    batch.onSecondCall().resolves(statuses(429, 424, 424));
    batch.onThirdCall().resolves(statuses(201, 204, 201));
    assert.deepEqual(await store.batch(pk, writes), { ok: true, etags: ['"1"', undefined, '"1"'] });
    assert.equal(wait.callCount, 2);
  });

  it('gives up after five times', async () => {
    batch.resolves(statuses(429, 424, 424));
    await assert.rejects(store.batch(pk, writes), StoreOutageError);
    assert.equal(batch.callCount, 5);
  });

  it('never takes an error, an empty answer or an unknown status for saved or refused', async () => {
    batch.rejects(new Error('Batch request error: socket hang up'));
    await assert.rejects(store.batch(pk, writes), StoreOutageError);
    for (const answer of [
      {},
      { result: [] },
      statuses(201, 204),
      statuses(424, 500, 424),
      statuses(424, 424, 424),
    ]) {
      batch.resolves(answer);
      await assert.rejects(store.batch(pk, writes), StoreOutageError);
    }
  });
});

describe('When a Cosmos DB container is made', () => {
  const claims = { type: 'claim', equals: ['partnerId'], order: 'updatedAt' };
  const drafts = { type: 'draft', equals: ['owner'], order: 'savedAt' };
  let emulator: CosmosEmulator;
  let client: CosmosClient;
  const ensure = (container: string, ...indexes: (typeof claims)[]) =>
    ensureCosmosContainer({ client, database: 'claims', container, indexes }, AbortSignal.timeout(20_000));

  before(async () => {
    emulator = await startCosmosEmulator();
    const { endpoint, key } = emulator;
    client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
  });
  after(async () => {
    client.dispose();
    await emulator.stop();
  });

  it('declares both directions of each composite', () => {
    const [up, down] = cosmosIndexingPolicy([claims]).compositeIndexes ?? [];
    assert.deepEqual(
      up?.map(({ path }) => path),
      ['/type', '/data/partnerId', '/data/updatedAt', '/pk', '/id'],
    );
    assert(up?.every(({ order }) => order === 'ascending'));
    assert(down?.every(({ order }) => order === 'descending'));
  });

  it('adds what a later version asks and keeps what is there', async () => {
    await ensure('grows', claims);
    const container = await ensure('grows', drafts);
    await ensure('grows', claims, drafts);
    const { resource } = await container.read();
    assert.equal(resource?.indexingPolicy?.compositeIndexes?.length, 4);
    assert.equal(resource?.defaultTtl, -1);
    const paths = resource?.indexingPolicy?.includedPaths?.map(({ path }) => path);
    assert(paths?.includes('/data/owner/?') && paths.includes('/data/partnerId/?'));
  });

  it('refuses a container with another partition key', async () => {
    await client
      .database('claims')
      .containers.create({ id: 'foreign', partitionKey: { paths: ['/tenant'] } });
    await assert.rejects(ensure('foreign', claims), /\/pk/);
  });
});

describe('When a Cosmos DB account is connected to by its endpoint and key', () => {
  let emulator: CosmosEmulator;
  const connect = () => connectCosmosStore({ ...emulator, database: 'd', container: 'c', indexes: [] });

  before(async () => {
    emulator = await startCosmosEmulator();
  });
  after(() => emulator.stop());

  it('makes what is lacking, and a later connection finds what was kept', async () => {
    const first = await connect();
    assert.equal((await first.batch(pk, [aCreate('kept')])).ok, true);
    await first.close();
    const second = await connect();
    assert.equal((await second.read(pk, 'kept'))?.id, 'kept');
    await second.close();
  });
});

describe('When an id is written into an address', () => {
  it('reads back every id and keeps the common ones as they are', () => {
    assert.equal(encodeId('claim:C-7F3K-9Q2M'), 'claim:C-7F3K-9Q2M');
    for (const id of ['a/b\\c?d#e', '~2f', '..', ' ', 'ünï🐙', '~']) {
      assert.match(encodeId(id), /^[A-Za-z0-9:_~-]+$/);
      assert.equal(decodeId(encodeId(id)), id);
    }
  });
});
