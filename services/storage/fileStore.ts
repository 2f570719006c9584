import type { Readable } from 'node:stream';

/** A file as it is stored. */
export interface StoredFile {
  /** Where it is in the store; made by the store, never by a user. */
  readonly id: string;
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
}

/** Thrown by `put` when the stream goes over `limitBytes`; nothing is left behind. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
}

/** Keeps proof-of-execution files. Adapters: `diskFileStore`; Blob Storage fills the same port. */
export interface FileStore {
  /** Streams the content in, never whole in memory. An error of the stream or over `limitBytes` leaves nothing behind. */
  put(content: Readable, options: { readonly limitBytes: number }): Promise<StoredFile>;
  /** Undefined when there is no such file. */
  open(id: string): Promise<Readable | undefined>;
  delete(id: string): Promise<void>;
  /** A link that opens the file under `name` until `expiresAt` (ISO instant), without further rights. */
  link(
    id: string,
    options: { readonly name: string; readonly contentType: string; readonly expiresAt: string },
  ): Promise<string>;
}
