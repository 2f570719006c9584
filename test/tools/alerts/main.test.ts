import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alertDocument } from '../../../services/claims/documents.ts';
import type { Alert, Recipient } from '../../../services/domain/alert.ts';
import { indexes } from '../../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../../services/storage/documents/sqlite/sqliteStore.ts';
import { contoso } from '../../support/aClaim.ts';
import { toPerson, toReviewers } from '../../support/alertOutbox.ts';
import { nodeFlags } from '../../support/nodeFlags.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';

const at = '2026-11-23T18:00:00.000Z';
const port = '4123';
const trouble = { since: at, attempts: 3, unsure: 2, why: '504', again: '2026-11-23T19:00:00.000Z' };

describe('When an operator asks what waits in the outbox', function () {
  this.timeout(60_000);
  let data: ReturnType<typeof temporaryDirectory>;
  let file: string;

  beforeEach(async () => {
    data = temporaryDirectory();
    file = join(data.path, port, 'claims.sqlite');
    mkdirSync(dirname(file), { recursive: true });
  });
  afterEach(() => data.remove());

  async function withStore<T>(act: (store: ReturnType<typeof createSqliteStore>) => Promise<T>): Promise<T> {
    const store = createSqliteStore({ file, indexes });
    try {
      return await act(store);
    } finally {
      await store.close();
    }
  }

  const post = (version: number, recipients: readonly Recipient[], fields: Partial<Alert> = {}) =>
    withStore(async (store) => {
      const alert = {
        ...{ kind: 'digest', topic: 'C-0000-0001', version, at, actorId: 'rita', recipients, attempts: 1 },
        ...fields,
      } as Alert;
      await store.batch(contoso, [{ kind: 'create', document: alertDocument(contoso, alert) }]);
    });
  const stored = (version: number) =>
    withStore(async (store) => (await store.read<Alert>(contoso, `alert:C-0000-0001:00000${version}`))?.body);

  async function alerts(...args: string[]) {
    const child = spawn(process.execPath, [...nodeFlags, 'tools/alerts/main.ts', ...args], {
      env: { ...process.env, LOCAL_DATA: data.path, COSMOS_ENDPOINT: '', COSMOS_KEY: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      heard.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      heard.err += chunk;
    });
    const [code] = await once(child, 'close');
    return { code, ...heard };
  }
  const local = (...args: string[]) => alerts(...args, '--local', '--port', port);

  it('says what waits, for whom and why, and what reached nobody', async () => {
    await post(1, [toPerson('t/ana', { trouble }), toReviewers({ notify: true })], { nextAttemptAt: at });
    await post(2, [toPerson('t/ben', { result: 'unreachable' })], { untoldAt: at });
    await post(3, [toPerson('t/cleo', { result: 'sent' })]);
    const { code, out } = await local();
    assert.equal(code, 0);
    assert.match(out, /Reached nobody[\s\S]*C-0000-0001:000002[\s\S]*person t\/ben: unreachable/);
    assert.match(
      out,
      /Waiting:[\s\S]*C-0000-0001:000001 {2}digest[\s\S]*t\/ana: 504 since .* tried 3 times, 2 of them perhaps/,
    );
    assert.match(out, /the reviewers’ channel: not tried yet/);
    assert.doesNotMatch(out, /cleo/);
  });

  it('sends again now what is named, and logs it', async () => {
    await post(2, [toPerson('t/ben', { result: 'unreachable' })], { untoldAt: at });
    const { code, err } = await local('again', 'C-0000-0001:000002');
    assert.equal(code, 0, err);
    const alert = await stored(2);
    assert.deepEqual(
      [alert?.recipients[0]?.result, alert?.sendNow, alert?.untoldAt, (alert?.nextAttemptAt ?? '') > at],
      ['waiting', true, undefined, true],
    );
    assert.match(err, /"action":"again","msg":"an operator has changed an alert"/);
  });

  it('settles one by hand, with who and why, and it waits no more', async () => {
    await post(1, [toPerson('t/ana', { trouble }), toPerson('t/ben', { result: 'sent' })], {
      nextAttemptAt: at,
    });
    const { code, err } = await local(
      'settle',
      'C-0000-0001:000001',
      '--by',
      'Kim',
      '--why',
      'told by phone',
    );
    assert.equal(code, 0, err);
    assert.match(err, /"by":"Kim","why":"told by phone"/);
    const alert = await stored(1);
    assert.deepEqual(
      alert?.recipients.map(({ result }) => result),
      ['settled', 'sent'],
    );
    assert.deepEqual([alert?.settled?.by, alert?.nextAttemptAt], ['Kim', undefined]);
    assert.match((await local()).out, /No alert waits/);
  });

  it('says in a sentence what it cannot do', async () => {
    for (const [args, says] of [
      [['settle', 'C-0000-0001:000001'], /--by and --why/],
      [['settle', 'all', '--by', 'Kim', '--why', 'x'], /^npm run alerts/],
      [['again', 'C-9'], /No alert “C-9” waits/],
      [['again'], /^npm run alerts/],
      [['explode', 'C-9'], /^npm run alerts/],
    ] as const) {
      const { code, err } = await local(...args);
      assert.equal(code, 1);
      assert.match(err.replace(/^Nothing is kept.*\n/, ''), says);
    }
    assert.match((await alerts()).err, /The alerts cannot be read[\s\S]*COSMOS_ENDPOINT/);
    assert.match((await alerts('--help')).out, /again <id>/);
  });
});
