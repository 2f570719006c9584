import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createDiskFileStore } from '../../services/storage/files/disk/diskFileStore.ts';
import { createSignedFileHandler } from '../../services/storage/files/signedFileHandler.ts';
import { listenOnLoopback } from './listenOnLoopback.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';

/** A disk file store in a temporary directory whose links are answered by a server on loopback. */
export async function openDiskFiles(now: () => Date = () => new Date('2026-11-02T08:00:00Z')) {
  const temporary = temporaryDirectory();
  const directory = join(temporary.path, 'files');
  const server = createServer();
  const baseUrl = `${await listenOnLoopback(server)}/files`;
  const signingKey = 'a key for tests that is long enough';
  const files = createDiskFileStore({ directory, signingKey, baseUrl });
  const handle = createSignedFileHandler({ files, signingKey, baseUrl, now });
  server.on('request', async (request, response) => {
    if (await handle(request, response)) return;
    // Not chained: restify, where it is loaded, makes writeHead return nothing.
    response.statusCode = 418;
    response.end();
  });
  return {
    files,
    baseUrl,
    now,
    count: async () => (existsSync(directory) ? readdirSync(directory).length : 0),
    close: async () => {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
      temporary.remove();
    },
  };
}
