import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A new ID of a file: 32 hexadecimal digits, random. Known before the first byte, so that an orphan can be found. */
export const newFileId = (): string => randomBytes(16).toString('hex');

/** Whether a text has the form of a file's ID; nothing else is ever looked for, made or deleted. */
export const isFileId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

/** Refuses what is no ID of a file: it would be a bug, or somebody's card data. */
export function checkFileId(id: string): void {
  if (!isFileId(id)) throw new Error(`Not an ID of a file: ${JSON.stringify(id)}`);
}

/** A file as it is stored. */
export interface StoredFile {
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
}

/** Thrown by `put` when the stream goes over `limitBytes`; nothing is left behind. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
}

/** Keeps proof-of-execution files. Adapters: `diskFileStore`, `blobFileStore`. */
export interface FileStore {
  /**
   * Streams the content in under an ID of `newFileId`, never whole in memory. An error of the stream or over
   * `limitBytes` leaves nothing behind; a crash may leave a part that nobody can open, which `delete` takes away (or Blob
   * Storage after a week). An ID that is used already is refused, and what is there stays.
   */
  put(id: string, content: Readable, options: { readonly limitBytes: number }): Promise<StoredFile>;
  /** Undefined when there is no such file. */
  open(id: string): Promise<Readable | undefined>;
  /** Deletes the file, or what an interrupted `put` has left of it; nothing there is fine. */
  delete(id: string): Promise<void>;
  /** A link that opens the file under `name` until `expiresAt` (ISO instant, an hour away at most), without further rights. */
  link(
    id: string,
    options: { readonly name: string; readonly contentType: string; readonly expiresAt: string },
  ): Promise<string>;
}
