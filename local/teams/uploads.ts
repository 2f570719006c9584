import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileView } from './views.ts';

/** How long a link in a file message is good for; in Teams it is minutes as well. */
const linkLifetime = 10 * 60 * 1000;

export interface Upload extends FileView {
  readonly person: string;
  readonly type: string;
}

interface UploadRow {
  id: string;
  person: string;
  name: string;
  type: string;
  size: number;
}

/** Files of people, attached or given to them: bytes in a folder, rows in the database. */
export type Uploads = ReturnType<typeof createUploads>;

export const createUploads = ({
  database,
  folder,
  now,
}: {
  readonly database: DatabaseSync;
  readonly folder: string;
  readonly now: () => Date;
}) => {
  mkdirSync(folder, { recursive: true });

  const find = (uploadId: string): Upload | undefined => {
    const row = database.prepare('SELECT * FROM upload WHERE id = ?').get(uploadId) as UploadRow | undefined;
    return row && { uploadId: row.id, person: row.person, name: row.name, type: row.type, size: row.size };
  };

  /** Streams the bytes to disk; they are flushed before the row says that they are there. */
  const save = async (
    bytes: Readable,
    { uploadId = randomUUID(), ...about }: Pick<Upload, 'person' | 'name' | 'type'> & { uploadId?: string },
  ): Promise<Upload> => {
    const path = join(folder, uploadId);
    const file = createWriteStream(path, { flags: 'wx', flush: true });
    try {
      await pipeline(bytes, file);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    const upload: Upload = { ...about, uploadId, size: file.bytesWritten };
    database
      .prepare('INSERT INTO upload (id, person, name, type, size) VALUES (?, ?, ?, ?, ?)')
      .run(uploadId, upload.person, upload.name, upload.type, upload.size);
    return upload;
  };

  /** A secret that opens the file without any other proof, for ten minutes. */
  const mintLink = (uploadId: string): string => {
    const token = randomBytes(24).toString('base64url');
    const expires = new Date(now().getTime() + linkLifetime).toISOString();
    database
      .prepare('INSERT INTO download (token, upload, expires) VALUES (?, ?, ?)')
      .run(token, uploadId, expires);
    return token;
  };

  const findByLink = (token: string): Upload | undefined => {
    const row = database.prepare('SELECT upload, expires FROM download WHERE token = ?').get(token) as
      | { upload: string; expires: string }
      | undefined;
    return row && row.expires > now().toISOString() ? find(row.upload) : undefined;
  };

  return {
    find,
    save,
    mintLink,
    findByLink,
    open: (uploadId: string) => createReadStream(join(folder, uploadId)),
  };
};
