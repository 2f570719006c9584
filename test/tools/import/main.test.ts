// Above 200 lines: one program, with everything that it says on a command line.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import { createDirectory } from '../../../services/directory/directoryService.ts';
import { indexes } from '../../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../../services/storage/documents/sqlite/sqliteStore.ts';
import { nodeFlags } from '../../support/nodeFlags.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';

const now = () => new Date('2026-11-02T09:00:00Z');
const demo = (kind: string) => join('local', 'demo', `${kind}.json`);
const port = '4123';
const tenant = '7c2b8a10-4d1e-4f3a-9b60-1d5e8c7f2a34';
const many = 60_000;
/** Enough for an import that is interrupted twice. */
const fewer = 30_000;
const product = `Something with ${'a long name '.repeat(15)}`.trim();
/** Too little for all rows at once, but with room for new objects, so that time is not lost on garbage collection. */
const littleMemory = ['--max-old-space-size=32', '--max-semi-space-size=4'];
const guid = (index: number) => `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run import` as a process of its own, on the embedded store of a data folder. */
function importProgram(dataRoot: string) {
  function start(args: readonly string[], node: readonly string[] = []) {
    const child = spawn(process.execPath, [...nodeFlags, ...node, 'tools/import/main.ts', ...args], {
      env: { ...process.env, LOCAL_DATA: dataRoot, COSMOS_ENDPOINT: '', COSMOS_KEY: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const heard = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      heard.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      heard.err += chunk;
    });
    const ended = once(child, 'close').then(([code]): Ended => ({ code, ...heard }));
    return { child, ended };
  }
  return {
    start,
    local: (args: readonly string[], node?: readonly string[]) =>
      start([...args, '--local', '--port', port], node).ended,
  };
}

/** The exit code of a process that collects the file in as much memory. */
async function collecting(file: string): Promise<number | null> {
  const child = spawn(process.execPath, [...littleMemory, 'test/support/collectRows.ts', file], {
    stdio: 'ignore',
  });
  const [code] = await once(child, 'close');
  return code;
}

describe('When somebody imports from the command line (D8)', function () {
  this.timeout(300_000);
  const folder = temporaryDirectory();
  const program = importProgram(folder.path);
  const storeNow = () => createSqliteStore({ file: join(folder.path, port, 'claims.sqlite'), indexes });
  const file = (name: string, content: string) => {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  };

  before(async () => {
    for (const kind of ['catalogue', 'partners', 'people']) {
      const { code, err } = await program.local([kind, demo(kind)]);
      assert.equal(code, 0, err);
    }
  });
  after(() => folder.remove());

  it('says in a dry run what would change, changes it, and changes nothing the second time', async () => {
    const asked = ['customers', demo('customers')];
    const dry = await program.local([...asked, '--dry-run']);
    assert.match(dry.out, /customers: 4 new, 0 changed[\s\S]*subscriptions: \d+ new[\s\S]*nothing has been/);
    const done = await program.local(asked);
    assert.match(done.out, /4 rows read\.\ncustomers: 4 new[\s\S]*Imported\./);
    const again = await program.local(asked);
    assert.match(
      again.out,
      /customers: 0 new, 0 changed, 4 unchanged, 0 not listed \(kept\)\nsubscriptions: 0 new, 0 changed/,
    );
    assert.deepEqual([dry.code, done.code, again.code], [0, 0, 0]);
  });

  it('says who is no longer known when people are not listed, and that companies are kept (R97)', async () => {
    const [rita] = loadDemo().people.filter(({ kind }) => kind === 'reviewer');
    const people = await program.local(['people', file('one.json', JSON.stringify([rita])), '--dry-run']);
    assert.match(people.out, /people: 0 new, 0 changed, 1 unchanged, 11 gone: no longer known\nA dry run/);
    const [one] = loadDemo().partners;
    const partners = await program.local(['partners', file('partner.json', JSON.stringify([one]))]);
    assert.match(partners.out, /partners: 0 new, 0 changed, 1 unchanged, 1 not listed \(kept\)/);
  });

  it('refuses a bad file by line and field, with exit code 1', async () => {
    const bad = file('bad.csv', `tenantId,name,domains\n${tenant},Good,good.com\nx,,bad.com\n`);
    const { code, out, err } = await program.local(['customers', bad]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      err,
      /line 3, tenantId: .*\nline 3, name: .*\n2 problems in 2 rows: nothing has been written/,
    );
    const store = storeNow();
    assert.equal(await createDirectory(store, { now }).customer(tenant), undefined);
    await store.close();
  });

  const wrong: readonly [what: string, args: readonly string[], says: RegExp][] = [
    ['no kind', [], /npm run import -- </],
    ['a kind that does not exist', ['robots', demo('people')], /npm run import -- </],
    [
      'a file that is not there',
      ['people', 'nowhere.json', '--local'],
      /nowhere\.json: there is no such file\.\nNothing has been/,
    ],
    ['a folder', ['people', folder.path, '--local'], /must end in \.json or \.csv/],
    ['an unknown option', ['people', demo('people'), '--force'], /--force/],
    ['a port without --local', ['people', demo('people'), '--port', '80'], /--port is for --local/],
    ['neither --local nor an account', ['people', demo('people')], /COSMOS_ENDPOINT[\s\S]*COSMOS_KEY/],
  ];
  for (const [what, args, says] of wrong) {
    it(`says what is wrong with ${what}`, async () => {
      const { code, err } = await program.start(args).ended;
      assert.equal(code, 1);
      assert.match(err, says);
      assert.doesNotMatch(err, /\n {4}at /);
    });
  }

  it('says that nothing is kept for a port, and makes nothing there in a dry run', async () => {
    const asked = ['partners', demo('partners'), '--local', '--port', '4124'];
    const dry = await program.start([...asked, '--dry-run']).ended;
    assert.deepEqual([dry.code, dry.err], [0, 'Nothing is kept for port 4124 yet.\n']);
    assert.match(dry.out, /partners: 2 new/);
    assert.equal(existsSync(join(folder.path, '4124')), false);
    const done = await program.start(asked).ended;
    assert.deepEqual([done.code, done.err], [0, 'Nothing is kept for port 4124 yet.\n']);
    assert.equal((await program.start(asked).ended).err, '');
  });

  describe(`with ${many} subscriptions`, () => {
    const path = join(folder.path, 'subscriptions.csv');
    const shorter = join(folder.path, 'fewer.csv');
    before(async () => {
      const customers = file('customers.csv', `tenantId,name,domains\n${tenant},Fourth Coffee,fourth.com\n`);
      assert.equal((await program.local(['customers', customers])).code, 0);
      const rows = function* (count: number) {
        yield 'tenantId,id,product,family,channel,state,provisioned\n';
        for (let index = 0; index < count; index += 1)
          yield `${tenant},${guid(index)},${product} ${index},Other,CSP,Active,true\n`;
      };
      await pipeline(Readable.from(rows(many)), createWriteStream(path));
      await pipeline(Readable.from(rows(fewer)), createWriteStream(shorter));
    });

    it('says when it is interrupted, and is finished by running it again, killed or told to stop', async () => {
      // Told to stop later than it was killed, so that it has written something of its own.
      for (const [signal, at] of [
        ['SIGKILL', 10_000],
        ['SIGINT', 20_000],
      ] as const) {
        const { child, ended } = program.start(['subscriptions', shorter, '--local', '--port', port]);
        child.stderr.on('data', (chunk) => {
          if (String(chunk).includes(`${at} rows saved`)) child.kill(signal);
        });
        const { code, err } = await ended;
        if (signal === 'SIGINT') {
          assert.equal(code, 130);
          assert.match(err, /Interrupted\.\nPart of the file has been written/);
        }
      }
      const store = storeNow();
      assert(await createDirectory(store, { now }).subscription(tenant, guid(0)));
      assert.equal(await createDirectory(store, { now }).subscription(tenant, guid(fewer - 1)), undefined);
      await store.close();
    });

    it('holds a part of them in memory: it works where the whole file would not fit', async () => {
      const result = await program.local(
        ['subscriptions', path],
        [...littleMemory, '--import', './test/support/printPeak.ts'],
      );
      assert.equal(result.code, 0, result.err);
      const [, total] = /(\d+) unchanged/.exec(result.out.replaceAll(',', '')) ?? [];
      assert.match(result.out, /60,000 rows read\.\nsubscriptions: [\d,]+ new, 0 changed/);
      assert(Number(total) >= 20_000, 'what was called saved before the interruptions stood');
      assert.match(result.err, /60000 rows checked\n[\s\S]*60000 rows saved\n/);
      assert.notEqual(await collecting(path), 0, 'would be caught if it collected the file');
      console.log(`      ${/peak.*/.exec(result.err)?.[0]}`);
    });
  });
});
