import assert from 'node:assert/strict';
import { type Container, CosmosClient, type ErrorResponse, type OperationInput } from '@azure/cosmos';
import sinon from 'sinon';
import { type CosmosEmulator, startCosmosEmulator } from '../../../local/azure/cosmosEmulator.ts';

describe('When the Cosmos DB emulator stands in for the service', () => {
  let emulator: CosmosEmulator;
  let client: CosmosClient;
  let container: Container;

  before(async () => {
    emulator = await startCosmosEmulator();
    const { endpoint, key } = emulator;
    client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
    const { database } = await client.databases.create({ id: 'db' });
    ({ container } = await database.containers.create({
      id: 'c',
      partitionKey: { paths: ['/pk'] },
      defaultTtl: -1,
    }));
  });
  after(async () => {
    client.dispose();
    await emulator.stop();
  });

  const statusOf = async (answer: Promise<unknown>) => {
    const [settled] = await Promise.allSettled([answer]);
    return settled.status === 'rejected' ? (settled.reason as ErrorResponse).code : 'answered';
  };
  const batch = async (pk: string, ...operations: OperationInput[]) =>
    ((await container.items.batch(operations, pk)).result ?? []).map(({ statusCode }) => statusCode);

  it('undoes a batch of every kind of operation when one fails', async () => {
    const [a, b] = [
      { id: 'a', pk: 'undo', n: 1 },
      { id: 'b', pk: 'undo', n: 1 },
    ];
    assert.deepEqual(
      await batch(
        'undo',
        { operationType: 'Create', resourceBody: a },
        { operationType: 'Upsert', resourceBody: b },
      ),
      [201, 201],
    );
    const statuses = await batch(
      'undo',
      { operationType: 'Replace', id: 'a', resourceBody: { ...a, n: 2 } },
      { operationType: 'Delete', id: 'b' },
      { operationType: 'Upsert', resourceBody: { id: 'c', pk: 'undo' } },
      { operationType: 'Read', id: 'nobody' },
      { operationType: 'Delete', id: 'a' },
    );
    assert.deepEqual(statuses, [424, 424, 424, 404, 424]);
    const { resources } = await container.items.query('SELECT * FROM c', { partitionKey: 'undo' }).fetchAll();
    assert.deepEqual(
      resources.map(({ id, n }) => [id, n]),
      [
        ['a', 1],
        ['b', 1],
      ],
    );
  });

  it('keeps a query to the partition that was named', async () => {
    await container.items.create({ id: 'x', pk: 'one' });
    await container.items.create({ id: 'x', pk: 'two' });
    const { resources } = await container.items.query('SELECT * FROM c', { partitionKey: 'two' }).fetchAll();
    assert.deepEqual(
      resources.map(({ pk }) => pk),
      ['two'],
    );
  });

  it('takes If-Match * for any etag', async () => {
    await container.items.create({ id: 'any', pk: 'p' });
    const accessCondition = { type: 'IfMatch', condition: '*' };
    assert.equal(
      await statusOf(container.item('any', 'p').replace({ id: 'any', pk: 'p' }, { accessCondition })),
      'answered',
    );
    const other = { accessCondition: { type: 'IfMatch', condition: '"0"' } };
    assert.equal(await statusOf(container.item('any', 'p').replace({ id: 'any', pk: 'p' }, other)), 412);
    assert.equal(
      await statusOf(container.item('nobody', 'p').replace({ id: 'nobody', pk: 'p' }, { accessCondition })),
      404,
    );
  });

  it('refuses a body of another partition', async () => {
    assert.deepEqual(
      await batch('here', { operationType: 'Create', resourceBody: { id: 'z', pk: 'there' } }),
      [400],
    );
  });

  it('removes documents when their time to live has passed', async () => {
    const clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    await container.items.create({ id: 'short', pk: 'ttl', ttl: 1 });
    await container.items.create({ id: 'long', pk: 'ttl', ttl: 100 });
    clock.tick(2000);
    const { resources } = await container.items.query('SELECT * FROM c', { partitionKey: 'ttl' }).fetchAll();
    clock.restore();
    assert.deepEqual(
      resources.map(({ id }) => id),
      ['long'],
    );
  });

  it('refuses clearly what it does not support', async () => {
    const said = sinon.stub(console, 'error');
    await container.items.create({ id: 'p', pk: 'p' });
    const loud = [
      container.item('p', 'p').patch([{ op: 'add', path: '/a', value: 1 }]),
      container.items.getChangeFeedIterator().readNext(),
      container.database.containers.create({ id: 'h', partitionKey: { paths: ['/a', '/b'] } }),
      container.database.containers.create({
        id: 'u',
        partitionKey: { paths: ['/pk'] },
        uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/a'] }] },
      }),
      container.scripts.userDefinedFunctions.create({ id: 'f', body: 'function () {}' }),
    ];
    const statuses = await Promise.all(loud.map(statusOf));
    said.restore();
    assert.deepEqual(
      statuses,
      loud.map(() => 501),
    );
    assert.equal(said.callCount, loud.length);
  });
});
