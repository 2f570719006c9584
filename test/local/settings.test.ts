import { deepEqual, equal, throws } from 'node:assert/strict';
import { dataFolder } from '../../local/dataFolder.ts';
import { readSettings, usage } from '../../local/settings.ts';

const cosmos = { COSMOS_ENDPOINT: 'https://claims.documents.azure.com', COSMOS_KEY: 'a2V5' };
const blob = { BLOB_ENDPOINT: 'https://proofs.blob.core.windows.net', BLOB_KEY: 'a2V5' };

describe('When the local program is told what to run on', () => {
  it('runs on the embedded stores, whatever accounts the environment names', () => {
    equal(readSettings([], { ...cosmos, ...blob }).azure, undefined);
  });

  it('with --azure and no account, runs on emulators', () => {
    deepEqual(readSettings(['--azure'], {}).azure, {
      cosmos: { database: 'cpor', container: 'claims' },
      blob: { container: 'proofs' },
    });
  });

  it('takes each account by itself, and the names in it', () => {
    deepEqual(
      readSettings(['--azure'], { ...cosmos, COSMOS_DATABASE: 'ours', COSMOS_CONTAINER: 'trial' }).azure,
      {
        cosmos: {
          account: { endpoint: cosmos.COSMOS_ENDPOINT, key: cosmos.COSMOS_KEY },
          database: 'ours',
          container: 'trial',
        },
        blob: { container: 'proofs' },
      },
    );
    deepEqual(readSettings(['--azure'], { ...blob, BLOB_CONTAINER: 'trial' }).azure, {
      cosmos: { database: 'cpor', container: 'claims' },
      blob: { account: { endpoint: blob.BLOB_ENDPOINT, key: blob.BLOB_KEY }, container: 'trial' },
    });
  });

  it('refuses an incomplete account, and never prints a key', () => {
    for (const [lacking, given] of [
      ['COSMOS_KEY', 'COSMOS_ENDPOINT'],
      ['COSMOS_ENDPOINT', 'COSMOS_KEY'],
      ['BLOB_KEY', 'BLOB_ENDPOINT'],
      ['BLOB_ENDPOINT', 'BLOB_KEY'],
    ] as const) {
      throws(() => readSettings(['--azure'], { ...cosmos, ...blob, [lacking]: '' }), {
        message: `${given} is set without ${lacking}. Set both to use that account, or neither to use the emulator.`,
      });
    }
  });

  for (const [args, sentence] of [
    [['--prot', '4000'], "Unknown option '--prot'."],
    [['--port'], "Option '--port <value>' argument missing."],
    [['4000'], "Unexpected argument '4000'."],
  ] as const) {
    it(`answers ${args.join(' ')} with a sentence and how the command is written`, () => {
      throws(() => readSettings(args, {}), { message: `${sentence}\n${usage}` });
    });
  }

  it('refuses --reset on a Cosmos DB account, and says what to do', () => {
    throws(() => readSettings(['--azure', '--reset'], { ...cosmos, COSMOS_CONTAINER: 'trial' }), {
      message: `--reset empties nothing in an account: the claims in Cosmos DB at ${cosmos.COSMOS_ENDPOINT} (cpor/trial) stay. Leave --reset away, or set COSMOS_CONTAINER to a new name to start anew there.`,
    });
    equal(readSettings(['--reset'], cosmos).reset, true, 'the embedded stores are this machine’s');
    equal(readSettings(['--azure', '--reset'], blob).reset, true);
  });

  it('refuses an endpoint that is no address, or one in the clear on another machine', () => {
    const endpoints = ['claims.documents.azure.com', 'ftp://claims', 'http://claims.documents.azure.com'];
    for (const endpoint of [...endpoints, 'AccountEndpoint=https://claims'])
      throws(() => readSettings(['--azure'], { ...cosmos, COSMOS_ENDPOINT: endpoint }), {
        message: `COSMOS_ENDPOINT must be an address that begins with https://, not “${endpoint}”.`,
      });
  });

  it('refuses an option with a value that it does not take, or that it does not know', () => {
    for (const args of [['--azure=yes'], ['--azur'], ['azure']]) throws(() => readSettings(args, {}));
  });
});

describe('When the local program looks for its data folder', () => {
  const folder = (args: readonly string[], environment = {}) =>
    dataFolder({ ...readSettings(['--port', '4000', ...args], environment), dataRoot: '.data' });

  it('has one for each port and kind of stores', () => {
    deepEqual([folder([]), folder(['--azure'])], ['.data/4000', '.data/4000-azure']);
    equal(folder(['--azure'], blob), '.data/4000-azure');
  });

  it('has one for each container of a given database: chats show the claims of that one', () => {
    const places = [cosmos, { ...cosmos, COSMOS_CONTAINER: 'trial' }, { ...cosmos, COSMOS_DATABASE: 'ours' }];
    const folders = places.map((environment) => folder(['--azure'], environment));
    equal(new Set([...folders, folder(['--azure'])]).size, 4);
    equal(folder(['--azure'], cosmos), folders[0]);
  });
});
