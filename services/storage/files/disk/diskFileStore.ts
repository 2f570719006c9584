import { createWriteStream, mkdirSync } from 'node:fs';
import { link as hardLink, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkFileId, type FileStore, isFileId, type StoredFile } from '../fileStore.ts';
import { measureContent } from '../measureContent.ts';
import { checkSigningKey, signLink } from '../signedLink.ts';

/** Settings of the disk store. Links have the form `baseUrl/<id>?…`; `createSignedFileHandler` answers them. */
export interface DiskFileStoreOptions {
  readonly directory: string;
  /** At least 32 bytes; the handler needs the same. */
  readonly signingKey: string | Buffer;
  readonly baseUrl: string;
}

/** Stores files in one directory of the disk, each under its ID. Once `put` has returned, the whole file is on disk. */
export function createDiskFileStore({ directory, signingKey, baseUrl }: DiskFileStoreOptions): FileStore {
  checkSigningKey(signingKey);
  const pathOf = (id: string) => join(directory, id);
  const partOf = (id: string) => `${pathOf(id)}.part`;
  // Done here, so that `put` reads its stream from the first moment and notices if the stream breaks off early.
  mkdirSync(directory, { recursive: true, mode: 0o700 });

  return {
    async put(id, content, { limitBytes }) {
      checkFileId(id);
      const part = partOf(id);
      try {
        const stored = await write(content, part, limitBytes);
        // Not a rename, which would replace an existing file with this ID.
        await hardLink(part, pathOf(id));
        await rm(part);
        await syncDirectory(directory);
        return stored;
      } catch (error) {
        // A part file that existed before belongs to another `put`, or to one that was interrupted.
        if (!isPartOfAnother(error)) await rm(part, { force: true });
        throw error;
      }
    },

    async open(id) {
      if (!isFileId(id)) return undefined;
      try {
        return (await open(pathOf(id))).createReadStream();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    async delete(id) {
      if (!isFileId(id)) return;
      await rm(partOf(id), { force: true });
      await rm(pathOf(id), { force: true });
    },

    async link(id, options) {
      checkFileId(id);
      return `${baseUrl.replace(/\/$/, '')}/${id}?${signLink({ id, ...options }, signingKey)}`;
    },
  };
}

async function write(content: Readable, path: string, limitBytes: number): Promise<StoredFile> {
  const measured = measureContent(limitBytes);
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  // The content may fail while the file is still being opened: the part file may still appear until it is closed.
  await pipeline(content, measured.through, file).finally(() => closed);
  return measured.result();
}

/** Makes sure that the file's name survives a power cut too. Windows has no such call and needs none. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(directory);
  await handle.sync();
}

const isMissing = (error: unknown) => isErrno(error) && error.code === 'ENOENT';
const isPartOfAnother = (error: unknown) =>
  isErrno(error) && error.code === 'EEXIST' && error.syscall === 'open';
const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;
