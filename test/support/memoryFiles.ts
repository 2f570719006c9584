import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { SentFile } from '../../services/claims/proof/fetchUpload.ts';
import { granted } from '../../services/domain/refusal.ts';
import { checkFileId, type FileStore, isFileId } from '../../services/storage/files/fileStore.ts';
import { aProof } from './aClaim.ts';

/** A file store in memory; `kept` are its IDs. */
export function memoryFiles(): FileStore & { readonly kept: () => string[] } {
  const contents = new Map<string, Buffer>();
  return {
    kept: () => [...contents.keys()].sort(),
    async put(id, content) {
      checkFileId(id);
      const whole = await buffer(content);
      contents.set(id, whole);
      return { bytes: whole.length, sha256: createHash('sha256').update(whole).digest('hex') };
    },
    async open(id) {
      const found = contents.get(id);
      return found && Readable.from([found]);
    },
    async delete(id) {
      if (isFileId(id)) contents.delete(id);
    },
    link: async (id) => `https://files.example/${id}`,
  };
}

/** A file in the chat that arrives whole. */
export const aSentFile = (files: FileStore, name: string, content = name): SentFile => ({
  name,
  async storeFile(fileId) {
    const stored = await files.put(fileId, Readable.from([Buffer.from(content)]), { limitBytes: 1000 });
    return granted(aProof({ id: fileId, name, ...stored }));
  },
});
