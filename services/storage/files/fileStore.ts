import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A new ID of a file: 32 hexadecimal digits, random. Known before the first byte, so that an orphan can be found. */
export const newFileId = (): string => randomBytes(16).toString('hex');

/** Whether a text has the form of a file's ID; no other ID is ever opened, created or deleted. */
export const isFileId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

/** Refuses a text that is no file ID: a bug, or manipulated card data. */
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

/** Stores proof-of-execution files. Adapters: `diskFileStore`, `blobFileStore`. */
export interface FileStore {
  /**
   * Streams the content in under an ID from `newFileId`; it is never in memory as a whole. A stream error, or content
   * over `limitBytes`, leaves nothing behind. A crash may leave a part that nobody can open; `delete` removes it (or
   * Blob Storage, after a week). An ID that is already in use is refused, and its file stays.
   */
  put(id: string, content: Readable, options: { readonly limitBytes: number }): Promise<StoredFile>;
  /** Undefined when there is no such file. */
  open(id: string): Promise<Readable | undefined>;
  /** Deletes the file, or what an interrupted `put` has left of it; no error if there is nothing. */
  delete(id: string): Promise<void>;
  /** A link that opens the file under `name` until `expiresAt` (ISO instant, an hour away at most), without further rights. */
  link(
    id: string,
    options: { readonly name: string; readonly contentType: string; readonly expiresAt: string },
  ): Promise<string>;
}
