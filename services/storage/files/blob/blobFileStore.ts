import type { Readable } from 'node:stream';
import { type ContainerClient, RestError } from '@azure/storage-blob';
import { checkFileId, type FileStore, isFileId } from '../fileStore.ts';
import { type BlobLimits, defaultBlobLimits } from './blobLimits.ts';
import { type LinkSigner, longestLinkMs, signBlobLink } from './blobLink.ts';
import { uploadBlob } from './blobUpload.ts';

/** What the Blob Storage adapter needs: its own container, and the signer of its links. */
export interface BlobFileStoreOptions {
  readonly container: ContainerClient;
  readonly signer: LinkSigner;
  readonly now: () => Date;
  readonly limits?: BlobLimits;
}

/** Stores files in one private container, each under its ID; links lead to the service itself, for an hour at most. */
export function createBlobFileStore(options: BlobFileStoreOptions): FileStore {
  const { container, signer, now, limits = defaultBlobLimits } = options;
  const { requestMs, blockMs } = limits;
  const blobOf = (id: string) => container.getBlockBlobClient(id);

  return {
    async put(id, content, { limitBytes }) {
      checkFileId(id);
      return uploadBlob(blobOf(id), content, { limitBytes, blockMs });
    },

    async open(id) {
      if (!isFileId(id)) return undefined;
      const beginning = new AbortController();
      // The time limit ends with the first byte, because the signal would also cut off a long download.
      const timer = setTimeout(() => beginning.abort(), requestMs);
      try {
        const { readableStreamBody } = await blobOf(id).download(0, undefined, {
          abortSignal: beginning.signal,
          maxRetryRequests: 2,
        });
        // Typed as the interface; in Node it is a Readable.
        return readableStreamBody as Readable | undefined;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },

    async delete(id) {
      if (!isFileId(id)) return;
      await blobOf(id).deleteIfExists({
        deleteSnapshots: 'include',
        abortSignal: AbortSignal.timeout(requestMs),
      });
    },

    async link(id, wanted) {
      checkFileId(id);
      if (Date.parse(wanted.expiresAt) > now().getTime() + longestLinkMs) {
        throw new RangeError(`A link to a file may work for an hour at most, not until ${wanted.expiresAt}.`);
      }
      return signBlobLink(blobOf(id), wanted, signer);
    },
  };
}

const isMissing = (error: unknown) => error instanceof RestError && error.statusCode === 404;
