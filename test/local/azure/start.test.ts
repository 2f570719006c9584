import { deepEqual, equal, match } from 'node:assert/strict';
import { createDirectory } from '../../../services/directory/directoryService.ts';
import { connectCosmosStore } from '../../../services/storage/documents/cosmos/cosmosContainer.ts';
import { indexes } from '../../../services/storage/documents/indexes.ts';
import { contoso } from '../../support/aClaim.ts';
import { chatPerson } from '../../support/chatPerson.ts';
import { azure, stopEmulators } from '../../support/engines.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { importing } from '../../support/importing.ts';
import {
  freePort,
  type LocalArguments,
  type LocalProcess,
  runLocalToItsEnd,
  startLocalProcess,
} from '../../support/localProcess.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';
import { answers, untilGone } from '../../support/untilGone.ts';

after(stopEmulators);

describe('When the program is started with --azure', function () {
  this.timeout(60_000);
  const data = temporaryDirectory();
  let how: LocalArguments;
  let running: LocalProcess | undefined;

  before(async () => {
    how = { dataRoot: data.path, args: ['--azure', '--port', String(await freePort())] };
  });
  afterEach(() => running?.kill());
  after(() => data.remove());

  const start = async (asked = how) => {
    running = await startLocalProcess(asked);
    return running;
  };
  const listOf = async ({ address }: LocalProcess) => {
    const ana = chatPerson(address, 'ana');
    await ana.say('my claims');
    return (await ana.card()).text;
  };
  /** Where the emulators listen, as the program says. */
  const emulatorsOf = ({ said }: LocalProcess) => said().match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];

  it('files a claim, says what it runs on, and leaves nothing running after Ctrl+C', async () => {
    const program = await start();
    match(program.said(), /claims in the Cosmos DB emulator at \S+, files in azurite at \S+; .* begins anew/);
    const emulators = emulatorsOf(program);
    deepEqual(await Promise.all(emulators.map(answers)), [true, true]);
    const number = await fileClaim(chatPerson(program.address, 'ana'));
    match(await listOf(program), new RegExp(number));

    equal(await program.interrupt(), 0);
    deepEqual(await Promise.all([program.address, ...emulators].map(answers)), [false, false, false]);
  });

  it('begins anew after its end, chats too, and leaves nothing running when it is killed', async () => {
    const program = await start();
    equal((await chatPerson(program.address, 'ana').cards()).length, 1, 'the welcome');
    match(await listOf(program), /no claims yet/);
    const emulators = emulatorsOf(program);
    await program.kill();
    await Promise.all(emulators.map(untilGone));
  });

  it('on given accounts, keeps everything, and refuses --reset: an account is its owner’s to empty', async () => {
    const { environment } = await azure.prepare();
    const first = await start({ ...how, environment });
    match(first.said(), /claims in Cosmos DB at .*\/run-.*, files in Blob Storage at .*; chats are kept in /);
    const number = await fileClaim(chatPerson(first.address, 'ana'));
    await first.interrupt();

    const second = await start({ ...how, environment });
    match(await listOf(second), new RegExp(number));
    const chats = (await chatPerson(second.address, 'ana').cards()).length;
    await second.interrupt();

    const refused = await runLocalToItsEnd({ ...how, args: [...how.args, '--reset'], environment });
    equal(refused.code, 1);
    match(refused.stderr, /^--reset empties nothing in an account: .*\n$/);
    const third = await start({ ...how, environment });
    equal((await chatPerson(third.address, 'ana').cards()).length, chats, 'the chats are kept');
    match(await listOf(third), new RegExp(number));
  });

  it('with --reset and a given storage account alone, starts anew, and says that files there stay', async () => {
    const { environment } = await azure.prepare();
    const { COSMOS_ENDPOINT: _endpoint, COSMOS_KEY: _key, ...blobAlone } = environment;
    const program = await start({ ...how, args: [...how.args, '--reset'], environment: blobAlone });
    match(program.said(), /Nothing was deleted from Blob Storage at \S+\./);
  });

  it('does not start on an account with people of its own, whom the demo would replace, and leaves them (D8)', async () => {
    const { environment } = await azure.prepare();
    const { COSMOS_ENDPOINT = '', COSMOS_KEY = '', COSMOS_CONTAINER = '' } = environment;
    const account = { endpoint: COSMOS_ENDPOINT, key: COSMOS_KEY };
    const place = { database: 'cpor', container: COSMOS_CONTAINER };
    const store = await connectCosmosStore({ ...account, ...place, indexes });
    const person = {
      kind: 'reviewer',
      tenantId: contoso,
      objectId: contoso,
      name: 'Ruth Real',
      email: 'r@real.example',
    };
    const files = importing(store);
    await files.done('people', [person]);
    files.remove();
    const { code, stderr } = await runLocalToItsEnd({ ...how, environment });
    equal(code, 1);
    match(stderr, /^Cosmos DB at \S+ \(cpor\/run-\S+\) has partners or reviewers of its own, .*\n$/);
    const found = await createDirectory(store, { now: () => new Date() }).person(contoso, contoso);
    equal(found?.name, 'Ruth Real');
    await store.close();
  });

  it('refuses with a readable error if nothing answers, and leaves nothing running', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const environment = { COSMOS_ENDPOINT: nowhere, COSMOS_KEY: 'a2V5' };
    const { code, stderr } = await runLocalToItsEnd({ ...how, environment });
    equal(code, 1);
    match(stderr, new RegExp(`^Cosmos DB at ${nowhere} cannot be used: .*\n$`));
  });

  it('refuses an incomplete account', async () => {
    const { code, stderr } = await runLocalToItsEnd({ ...how, environment: { BLOB_KEY: 'a2V5' } });
    deepEqual([code, stderr.split('.')[0]], [1, 'BLOB_KEY is set without BLOB_ENDPOINT']);
  });
});
