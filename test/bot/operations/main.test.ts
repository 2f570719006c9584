import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { type BlobEmulator, startBlobEmulator } from '../../../local/azure/blobEmulator.ts';
import { startCosmosEmulator } from '../../../local/azure/cosmosEmulator.ts';
import { containerOf } from '../../support/blobFiles.ts';
import { freePort } from '../../support/localProcess.ts';
import { nodeFlags } from '../../support/nodeFlags.ts';
import { runProduction } from '../../support/productionProgram.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';

const root = join(import.meta.dirname, '../../..');

/** `npm start` without npm, with these settings and no others. */
function start(settings: Readonly<Record<string, string>>) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: root, env: settings, timeout: 60_000 };
    execFile(process.execPath, [...nodeFlags, 'bot/main.ts'], options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

const mustBeGiven = [
  'MICROSOFT_APP_ID',
  'MICROSOFT_APP_TENANT_ID',
  'MICROSOFT_APP_PASSWORD',
  'COSMOS_ENDPOINT',
  'COSMOS_KEY',
  'BLOB_ENDPOINT',
];

const complete = {
  MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000001',
  MICROSOFT_APP_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  MICROSOFT_APP_PASSWORD: 'the-password-of-the-app',
  COSMOS_ENDPOINT: 'https://127.0.0.1:9',
  COSMOS_KEY: Buffer.from('the-key-of-the-database').toString('base64'),
  BLOB_ENDPOINT: 'http://127.0.0.1:9/devstoreaccount1',
  BLOB_KEY: Buffer.from('the-key-of-the-storage-account-that-keeps-files').toString('base64'),
};

const secrets = new RegExp(
  [complete.MICROSOFT_APP_PASSWORD, complete.COSMOS_KEY, complete.BLOB_KEY, 'no base64'].join('|'),
);

describe('When the bot is started as in production', function () {
  this.timeout(60_000);

  it('without settings, it ends with 1 and names every missing one, one line each', async () => {
    const { code, stdout, stderr } = await start({});
    equal(code, 1);
    equal(stdout, '');
    const named = stderr.split('\n').flatMap((line) => /^ {2}([A-Z_]+): ./.exec(line)?.[1] ?? []);
    deepEqual(named.sort(), mustBeGiven.toSorted());
    doesNotMatch(stderr, / at /);
  });

  it('with one setting missing, names that one', async () => {
    const { COSMOS_KEY: _, ...rest } = complete;
    const { code, stderr } = await start(rest);
    equal(code, 1);
    match(stderr, /COSMOS_KEY/);
    doesNotMatch(stderr, /BLOB|MICROSOFT/);
    doesNotMatch(stderr, secrets);
  });

  it('with settings that cannot be, names them and prints no value of a secret', async () => {
    const { code, stdout, stderr } = await start({
      ...complete,
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      OPENID_AUTHORITY: 'https://login.example.com',
      CALENDAR_COUNTRY: 'Atlantis',
      CALENDAR_TIME_ZONE: 'Mars/Olympus',
      CALENDAR_WEEKEND: '1,2,3,4,5,6,7',
    });
    equal(code, 1);
    match(stderr, /PORT/);
    match(stderr, /LOG_LEVEL/);
    match(stderr, /OPENID_AUTHORITY/);
    match(stderr, /CALENDAR_COUNTRY: a country code/);
    match(stderr, /CALENDAR_TIME_ZONE: an IANA time zone/);
    match(stderr, /CALENDAR_WEEKEND: a week must keep a business day/);
    doesNotMatch(stderr + stdout, secrets);
  });

  it('with file storage that does not answer, ends with 1, names it and prints no secret', async () => {
    const BLOB_ENDPOINT = `http://127.0.0.1:${await freePort()}/devstoreaccount1`;
    const { code, stdout, stderr } = await start({ ...complete, BLOB_ENDPOINT });
    equal(code, 1);
    match(
      stderr,
      /Blob Storage http:\/\/127\.0\.0\.1:\d+\/devstoreaccount1\/proofs cannot be used: .*ECONNREFUSED/,
    );
    doesNotMatch(stderr + stdout, secrets);
  });

  it('with a file storage key or address that cannot be, says so and does not print it', async () => {
    for (const wrong of [
      { BLOB_KEY: 'no base64' },
      { BLOB_ENDPOINT: 'http://files.example' },
      { BLOB_ENDPOINT: 'https://user:no base64@files.example' },
    ]) {
      const { code, stdout, stderr } = await start({ ...complete, ...wrong });
      equal(code, 1);
      match(stderr, /Blob (Storage|endpoint)/);
      doesNotMatch(stderr + stdout, secrets);
    }
  });

  it('without a file storage key, uses its identity, whose token never goes over plain http', async () => {
    const { BLOB_KEY: _, ...rest } = complete;
    const { code, stderr } = await start(rest);
    equal(code, 1);
    match(stderr, /Blob Storage \S+ cannot be used: Bearer token .* non-TLS/);
  });

  describe('and its file storage answers', () => {
    const directory = temporaryDirectory();
    let emulator: BlobEmulator;
    before(async () => {
      emulator = await startBlobEmulator({ directory: directory.path });
    });
    after(() => emulator.stop().finally(directory.remove));

    it('but the key is not the account’s, ends with 1 and prints no secret', async () => {
      const { code, stdout, stderr } = await start({ ...complete, BLOB_ENDPOINT: emulator.endpoint });
      equal(code, 1);
      match(stderr, /Blob Storage \S+ answered 403/);
      doesNotMatch(stderr + stdout, secrets);
    });

    it('and the database too, it serves nothing of the local page: nobody moves its time', async () => {
      const cosmos = await startCosmosEmulator();
      const program = runProduction({
        ...complete,
        PORT: '0',
        COSMOS_ENDPOINT: cosmos.endpoint,
        COSMOS_KEY: cosmos.key,
        BLOB_ENDPOINT: emulator.endpoint,
        BLOB_KEY: emulator.key,
      });
      try {
        const address = `http://127.0.0.1:${await program.port}`;
        equal((await fetch(`${address}/health`)).status, 200);
        const jump = {
          method: 'POST',
          body: '{"to":"week"}',
          headers: { 'content-type': 'application/json' },
        };
        equal((await fetch(`${address}/local/api/clock`, jump)).status, 404);
        for (const path of ['/', '/local/api/state', '/local/page/main.ts'])
          equal((await fetch(address + path)).status, 404, path);
      } finally {
        await program.stop();
        await cosmos.stop();
      }
    });

    it('but the database does not, ends with 1 and prints no secret', async () => {
      const COSMOS_ENDPOINT = `http://127.0.0.1:${await freePort()}`;
      const blob = { BLOB_ENDPOINT: emulator.endpoint, BLOB_KEY: emulator.key };
      const { code, stdout, stderr } = await start({ ...complete, ...blob, COSMOS_ENDPOINT });
      equal(code, 1);
      match(stderr, /ECONNREFUSED|127\.0\.0\.1/);
      doesNotMatch(stderr, /Blob/);
      doesNotMatch(stderr + stdout, secrets);
      const proofs = containerOf(emulator, 'proofs');
      equal((await proofs.getProperties()).blobPublicAccess, undefined);
    });
  });
});
