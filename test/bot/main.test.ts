import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../support/localProcess.ts';

const root = join(import.meta.dirname, '../..');

/** `npm start` without npm, with these settings and no others. */
function start(settings: Readonly<Record<string, string>>) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: root, env: settings, timeout: 15_000 };
    execFile(process.execPath, ['bot/main.ts'], options, (error, stdout, stderr) =>
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
  'FILES_DIRECTORY',
  'FILES_SIGNING_KEY',
  'PUBLIC_URL',
];

const complete = {
  MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000001',
  MICROSOFT_APP_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  MICROSOFT_APP_PASSWORD: 'the-password-of-the-app',
  COSMOS_ENDPOINT: 'https://127.0.0.1:9',
  COSMOS_KEY: Buffer.from('the-key-of-the-database').toString('base64'),
  FILES_DIRECTORY: '/nowhere',
  FILES_SIGNING_KEY: 'the-key-that-signs-links-to-files',
  PUBLIC_URL: 'https://claims.example',
};

const secrets = new RegExp(
  [complete.MICROSOFT_APP_PASSWORD, complete.COSMOS_KEY, complete.FILES_SIGNING_KEY, 'short-key'].join('|'),
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
    doesNotMatch(stderr, /FILES_DIRECTORY|MICROSOFT/);
    doesNotMatch(stderr, secrets);
  });

  it('with settings that cannot be, names them and prints no value of a secret', async () => {
    const { code, stdout, stderr } = await start({
      ...complete,
      FILES_SIGNING_KEY: 'short-key',
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
    });
    equal(code, 1);
    match(stderr, /FILES_SIGNING_KEY/);
    match(stderr, /PORT/);
    match(stderr, /LOG_LEVEL/);
    doesNotMatch(stderr + stdout, secrets);
  });

  it('with a database that does not answer, ends with 1 and prints no secret', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const { code, stdout, stderr } = await start({ ...complete, COSMOS_ENDPOINT: endpoint });
    equal(code, 1);
    match(stderr, /ECONNREFUSED|127\.0\.0\.1/);
    doesNotMatch(stderr + stdout, secrets);
  });
});
