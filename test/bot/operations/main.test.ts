import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { nodeFlags } from '../../support/nodeFlags.ts';
import { runProduction } from '../../support/productionProgram.ts';
import { type ProductionSurroundings, startSurroundings } from '../../support/productionSurroundings.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';
import { until } from '../../support/until.ts';

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

/** Where Teams' tokens would come from: nothing outside of this machine is asked. */
const nowhere = {
  TOKEN_KEYS_URL: 'http://127.0.0.1:9/keys',
  TOKEN_ISSUER: 'https://issuer.example',
  TOKEN_AUTHORITY: 'https://127.0.0.1:9',
  TOKEN_SCOPE: 'https://scope.example',
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

  it('with a file storage key or address that cannot be, says so and does not print it', async () => {
    for (const wrong of [
      { BLOB_KEY: 'no base64' },
      { BLOB_ENDPOINT: 'http://files.example' },
      { BLOB_ENDPOINT: 'https://user:no base64@files.example' },
    ]) {
      const { code, stdout, stderr } = await start({ ...complete, ...nowhere, ...wrong });
      equal(code, 1);
      match(stderr, /BLOB_(KEY|ENDPOINT): /);
      doesNotMatch(stderr + stdout, secrets);
    }
  });

  describe('and everything around it is on this machine', () => {
    const directory = temporaryDirectory();
    let around: ProductionSurroundings;
    before(async () => {
      around = await startSurroundings(directory.path);
    });
    after(async () => {
      await around.stop();
      directory.remove();
    });

    it('it serves nothing of the local page: nobody moves its time', async () => {
      const program = runProduction(around.settings);
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
      }
    });

    it('all settings that are wrong are named within 12 s, one line each, while what hangs is waited for', async () => {
      around.documents.freeze();
      const wrong = {
        MICROSOFT_APP_PASSWORD: 'another-password',
        BLOB_KEY: Buffer.from('another key of the same length as a real one').toString('base64'),
        TOKEN_KEYS_URL: `http://127.0.0.1:${new URL(around.connector.address).port}/no-keys-here`,
      };
      const begun = performance.now();
      const { code, stdout, stderr } = await start({ ...around.settings, ...wrong });
      const tookMs = performance.now() - begun;
      around.documents.thaw();
      equal(code, 1);
      ok(tookMs < 12_000, `${Math.round(tookMs)} ms`);
      const named = stderr.split('\n').flatMap((line) => /^ {2}([A-Z_]+): ./.exec(line)?.[1] ?? []);
      deepEqual(named.sort(), Object.keys(wrong).sort());
      match(stderr, /BLOB_KEY: Blob Storage at \S+\/proofs answers 403/);
      match(stderr, /MICROSOFT_APP_PASSWORD: Entra at \S+ gives no token: AADSTS7000215/);
      doesNotMatch(stderr, /\n\s+at |Error:/);
      for (const secret of [wrong.MICROSOFT_APP_PASSWORD, wrong.BLOB_KEY, around.settings.COSMOS_KEY])
        equal((stderr + stdout).includes(secret), false);
    });

    it('without a file storage key, it uses its identity, whose token never goes over plain http', async () => {
      const { BLOB_KEY: _, ...rest } = around.settings;
      const { code, stderr } = await start(rest);
      equal(code, 1);
      match(stderr, /BLOB_ENDPOINT: Blob Storage at \S+ must be https/);
    });

    it('a port that is taken is a wrong setting', async () => {
      const { code, stderr } = await start({
        ...around.settings,
        PORT: new URL(around.connector.address).port,
      });
      equal(code, 1);
      match(stderr, /PORT: nothing can listen on \d+: EADDRINUSE/);
    });

    it('in the middle of an outage it starts, says what is away, and works when it is back', async () => {
      around.documents.freeze();
      around.files.freeze();
      const program = runProduction(around.settings);
      try {
        const address = `http://127.0.0.1:${await program.port}`;
        const ask = async (path: string) => {
          const response = await fetch(address + path);
          return { status: response.status, body: await response.json() };
        };
        equal((await ask('/live')).status, 200);
        const { status, body } = await ask('/ready');
        deepEqual(
          [status, body.status, Object.keys(body.away).sort()],
          [200, 'ready', ['documents', 'files']],
        );
        match(body.away.documents.why, /no answer in time/);
        deepEqual(Object.keys((await ask('/health')).body.away), Object.keys(body.away));
        around.documents.thaw();
        around.files.thaw();
        await until(async () => (await ask('/ready')).body.away === undefined, 'everything to be back');
        deepEqual((await ask('/health')).body, { status: 'ok' });
      } finally {
        await program.stop();
      }
    });
  });
});
