import '../../bot/compileCache.ts';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { createDiskFileStore } from '../../services/storage/files/disk/diskFileStore.ts';
import { type FileStore, newFileId } from '../../services/storage/files/fileStore.ts';
import { createSignedFileHandler } from '../../services/storage/files/signedFileHandler.ts';
import { listenOnLoopback } from './listenOnLoopback.ts';

/** What the process is told: where files are kept, and where one comes from. */
export interface MemoryTask {
  readonly store:
    | { readonly on: 'disk'; readonly directory: string }
    | { readonly on: 'blob'; readonly endpoint: string; readonly key: string };
  /** Each GET gives the file. */
  readonly source: string;
  /** Keeps the whole file in memory before it is stored: what the test must catch. It is not read then. */
  readonly collects: boolean;
}

/** By how many bytes each step moved memory at most, and what was kept. */
export interface MemoryReport {
  /** Heap and what is outside it (buffers), without garbage. */
  readonly live: Movement;
  /** The whole process, with garbage: when that is collected is the runtime's choice. */
  readonly rss: Movement;
  readonly bytes: number;
  /** As `put` said it, and as it was read through `open` and the link. */
  readonly sha256: readonly string[];
}

export interface Movement {
  readonly put: number;
  readonly open: number;
  readonly link: number;
}

/** A process of its own for one file, so that nothing else's memory is measured. Asks its parent to fetch links. */
async function main({ store: where, source, collects }: MemoryTask): Promise<MemoryReport> {
  const files = await openStore(where);
  if (collects) return await collectAndKeep(files, source);
  // The first files make the process grow: code is compiled, pools are filled.
  for (let file = 0; file < 2; file += 1) await keepAndRead(files, source, rss);
  const whole = await keepAndRead(files, source, rss);
  const { moved, bytes, sha256 } = await keepAndRead(files, source, live);
  return { live: moved, rss: whole.moved, bytes, sha256 };
}

/** Only what is kept: nothing is read, and the first file but makes the process grow. */
async function collectAndKeep(files: FileStore, source: string): Promise<MemoryReport> {
  const store = collecting(files);
  await watched(rss, () => keep(store, newFileId(), source));
  const { moved, result } = await watched(live, () => keep(store, newFileId(), source));
  const movement = { put: moved, open: 0, link: 0 };
  return { live: movement, rss: movement, bytes: result.bytes, sha256: [result.sha256] };
}

async function keep(files: FileStore, id: string, source: string) {
  const response = await fetch(source);
  if (!response.body) throw new Error('The source gave nothing.');
  return files.put(id, Readable.from(response.body), { limitBytes: 25 * 1024 * 1024 });
}

async function keepAndRead(files: FileStore, source: string, measure: Measure) {
  const id = newFileId();
  const put = await watched(measure, () => keep(files, id, source));
  const open = await watched(measure, async () => {
    const hash = createHash('sha256');
    for await (const chunk of (await files.open(id)) ?? []) hash.update(chunk);
    return hash.digest('hex');
  });
  const link = await watched(measure, async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    return hashedByParent(await files.link(id, { name: 'a.pdf', contentType: 'application/pdf', expiresAt }));
  });
  await files.delete(id);
  return {
    moved: { put: put.moved, open: open.moved, link: link.moved },
    bytes: put.result.bytes,
    sha256: [put.result.sha256, open.result, link.result],
  };
}

type Measure = () => number;
const rss: Measure = () => process.memoryUsage().rss;
const live: Measure = () => {
  globalThis.gc?.();
  // `external` counts array buffers already.
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Looks every 10 ms and takes half of the time at most, because it collects garbage; between looks it only waits. */
async function watched<T>(measure: Measure, work: () => Promise<T>): Promise<{ result: T; moved: number }> {
  globalThis.gc?.();
  const before = measure();
  let [peak, done] = [before, false];
  const watch = (async () => {
    while (!done) {
      const begun = performance.now();
      peak = Math.max(peak, measure());
      await pause(Math.max(10, performance.now() - begun));
    }
  })();
  const result = await work();
  done = true;
  await watch;
  return { result, moved: peak - before };
}

async function openStore(where: MemoryTask['store']): Promise<FileStore> {
  if (where.on === 'blob') {
    // Only then: what is loaded is looked through each time that garbage is collected.
    const { connectBlobFileStore } = await import('../../services/storage/files/blob/blobContainer.ts');
    return connectBlobFileStore({ ...where, container: 'memory' });
  }
  const server = createServer();
  const links = {
    baseUrl: await listenOnLoopback(server),
    signingKey: 'a key for tests that is long enough',
  };
  const files = createDiskFileStore({ directory: where.directory, ...links });
  const handle = createSignedFileHandler({ files, ...links });
  server.on('request', (request, response) => void handle(request, response));
  return files;
}

const collecting = (files: FileStore): FileStore => ({
  ...files,
  put: async (id, content, options) => files.put(id, Readable.from([await buffer(content)]), options),
});

function hashedByParent(link: string): Promise<string> {
  return new Promise((resolve) => {
    process.once('message', (sha256) => resolve(String(sha256)));
    process.send?.({ link });
  });
}

const report = await main(JSON.parse(process.argv[2] ?? ''));
process.send?.({ report }, () => process.exit(0));
