import { createWriteStream, mkdirSync } from 'node:fs';
import { link as hardLink, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkFileId, type FileStore, isFileId, type StoredFile } from '../fileStore.ts';
import { measureContent } from '../measureContent.ts';
import { checkSigningKey, signLink } from '../signedLink.ts';

/** Settings of the disk store. Links are `baseUrl/<id>?…` and are answered by `createSignedFileHandler`. */
export interface DiskFileStoreOptions {
  readonly directory: string;
  /** At least 32 bytes; the handler needs the same. */
  readonly signingKey: string | Buffer;
  readonly baseUrl: string;
}

/** Keeps files in one directory of the disk, each under its id; a file that was answered is on disk, whole. */
export function createDiskFileStore({ directory, signingKey, baseUrl }: DiskFileStoreOptions): FileStore {
  checkSigningKey(signingKey);
  const pathOf = (id: string) => join(directory, id);
  const partOf = (id: string) => `${pathOf(id)}.part`;
  // Now, so that `put` listens to its stream from the first moment: one that breaks off early must not go unheard.
  mkdirSync(directory, { recursive: true, mode: 0o700 });

  return {
    async put(id, content, { limitBytes }) {
      checkFileId(id);
      const part = partOf(id);
      try {
        const stored = await write(content, part, limitBytes);
        // Not a rename: that would replace a file that has this ID already.
        await hardLink(part, pathOf(id));
        await rm(part);
        await syncDirectory(directory);
        return stored;
      } catch (error) {
        // A part that was there before belongs to another `put`, or to one that broke off.
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
  // Content may fail while the file is still being opened: until it is closed, it may yet appear.
  await pipeline(content, measured.through, file).finally(() => closed);
  return measured.result();
}

/** Makes the name itself survive a power cut. Windows has no such call and needs none. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(directory);
  await handle.sync();
}

const isMissing = (error: unknown) => isErrno(error) && error.code === 'ENOENT';
const isPartOfAnother = (error: unknown) =>
  isErrno(error) && error.code === 'EEXIST' && error.syscall === 'open';
const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;
