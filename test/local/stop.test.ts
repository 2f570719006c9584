import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { startBlobEmulator } from '../../local/azure/blobEmulator.ts';
import { startCosmosEmulator } from '../../local/azure/cosmosEmulator.ts';
import { chatPerson } from '../support/chatPerson.ts';
import { freePort, type LocalProcess, startLocalProcess } from '../support/localProcess.ts';
import '../support/quickQueries.ts';
import { type Relay, startRelay } from '../support/relay.ts';
import { temporaryDirectory } from '../support/temporaryDirectory.ts';

describe('When the program on one machine is told to stop', function () {
  this.timeout(60_000);
  const directory = temporaryDirectory();
  let cosmos: Awaited<ReturnType<typeof startCosmosEmulator>>;
  let blob: Awaited<ReturnType<typeof startBlobEmulator>>;
  let documents: Relay;
  let running: LocalProcess;
  let port = 0;

  before(async () => {
    [cosmos, blob] = await Promise.all([
      startCosmosEmulator(),
      startBlobEmulator({ directory: directory.path }),
    ]);
    documents = await startRelay(cosmos.endpoint);
    port = await freePort();
  });
  after(async () => {
    await running.kill();
    await documents.stop();
    await Promise.all([cosmos.stop(), blob.stop()]);
    directory.remove();
  });

  async function start(): Promise<ReturnType<typeof chatPerson>> {
    running = await startLocalProcess({
      dataRoot: directory.path,
      args: ['--port', String(port), '--people', 'ana', '--azure'],
      environment: {
        COSMOS_ENDPOINT: documents.endpoint,
        COSMOS_KEY: cosmos.key,
        BLOB_ENDPOINT: blob.endpoint,
        BLOB_KEY: blob.key,
      },
    });
    return chatPerson(running.address, 'ana');
  }

  it('by a signal, what was under way is answered and kept before it ends', async () => {
    const ana = await start();
    const before = (await ana.cards()).length;
    documents.slow(400);
    const said = ana.say('my claims');
    await wait(200);
    running.signal('SIGTERM');
    await said;
    equal(await running.ended, 0);
    documents.thaw();
    const cards = await (await start()).cards();
    equal(cards.length, before + 1);
    match(cards.at(-1)?.text ?? '', /no claims yet/);
  });

  it('nothing new is taken meanwhile, and a second Ctrl+C ends it at once', async () => {
    const ana = chatPerson(running.address, 'ana');
    documents.freeze();
    const said = ana.say('my claims').then(
      () => 'answered',
      () => 'cut',
    );
    await wait(200);
    running.signal('SIGINT');
    // npm passes the same Ctrl+C on once more.
    running.signal('SIGINT');
    await wait(800);
    await ana.say('help').then(
      () => Promise.reject(new Error('It was taken.')),
      (error: unknown) => match(String(error), /HTTP 503|not valid JSON/),
    );
    const begun = performance.now();
    running.signal('SIGINT');
    deepEqual([await running.ended, await said], [1, 'cut']);
    ok(performance.now() - begun < 1000);
  });
});
