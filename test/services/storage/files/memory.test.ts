import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BlobEmulator, startBlobEmulator } from '../../../../local/azure/blobEmulator.ts';
import { listenOnLoopback } from '../../../support/listenOnLoopback.ts';
import type { MemoryReport, MemoryTask, Movement } from '../../../support/memoryProcess.ts';
import { temporaryDirectory } from '../../../support/temporaryDirectory.ts';

const mebibyte = 1024 * 1024;
const fileBytes = 25 * mebibyte;
const mostMoved = 8 * mebibyte;
const pieces = () => Array.from({ length: fileBytes / 65_536 }, (_, i) => Buffer.alloc(65_536, i % 251));

describe('When a file of 25 MiB is kept and read (D9), measured in a process of its own', function () {
  this.timeout(60_000);
  const directory = temporaryDirectory();
  const source = createServer((_request, response) => {
    void pipeline(Readable.from(pieces()), response);
  });
  const expected = createHash('sha256');
  let sha256: string;
  let address: string;
  let emulator: BlobEmulator;

  before(async () => {
    for (const piece of pieces()) expected.update(piece);
    sha256 = expected.digest('hex');
    address = await listenOnLoopback(source);
    emulator = await startBlobEmulator({ directory: join(directory.path, 'emulator') });
  });
  after(async () => {
    source.closeAllConnections();
    await source[Symbol.asyncDispose]();
    await emulator.stop();
    directory.remove();
  });

  const stores: Record<string, () => MemoryTask['store']> = {
    disk: () => ({ on: 'disk', directory: join(directory.path, 'files') }),
    'Blob Storage': () => ({ on: 'blob', endpoint: emulator.endpoint, key: emulator.key }),
  };

  for (const [name, store] of Object.entries(stores)) {
    it(`moves memory by less than 8 MiB on ${name}`, async () => {
      const report = await measure({ store: store(), source: address, collects: false });
      assert.equal(report.bytes, fileBytes);
      assert.deepEqual(report.sha256, [sha256, sha256, sha256]);
      console.log(
        `      live memory moved by ${inMiB(report.live)}; the process (RSS) by ${inMiB(report.rss)}`,
      );
      for (const moved of Object.values(report.live)) assert(moved < mostMoved, inMiB(report.live));
    });

    it(`would be caught if it collected the file on ${name}`, async () => {
      const report = await measure({ store: store(), source: address, collects: true });
      assert.equal(report.bytes, fileBytes);
      assert(report.live.put > mostMoved, inMiB(report.live));
    });
  }
});

const inMiB = (movement: Movement) =>
  Object.entries(movement)
    .map(([step, bytes]) => `${step} ${(bytes / mebibyte).toFixed(1)} MiB`)
    .join(', ');

/** Runs the process and fetches the links it asks for. */
async function measure(task: MemoryTask): Promise<MemoryReport> {
  const script = join(import.meta.dirname, '../../../support/memoryProcess.ts');
  // With one thread, what a collection has found is gone when it returns.
  const execArgv = ['--expose-gc', '--single-threaded-gc'];
  const child = fork(script, [JSON.stringify(task)], { execArgv });
  let report: MemoryReport | undefined;
  child.on('message', (said: { link?: string; report?: MemoryReport }) => {
    if (said.link) void hashOf(said.link).then((hash) => child.send(hash));
    report ??= said.report;
  });
  // The last message may come after the exit, but not after the disconnection.
  await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  assert(report, 'the process ended without a report');
  return report;
}

async function hashOf(link: string): Promise<string> {
  const hash = createHash('sha256');
  const { body } = await fetch(link);
  for await (const chunk of body ?? []) hash.update(chunk);
  return hash.digest('hex');
}
