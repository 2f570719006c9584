import { randomUUID } from 'node:crypto';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { type BlobAccount, connectBlobFileStore } from '../../services/storage/files/blob/blobContainer.ts';
import type { OpenFileStore } from '../contracts/fileStoreContract.ts';

/** Opens file stores on a Blob Storage account or emulator, each in a new container that `close` deletes. */
export function blobFiles(account: Omit<BlobAccount, 'container'>): OpenFileStore {
  return async () => {
    const name = `run-${randomUUID()}`;
    const files = await connectBlobFileStore({ ...account, container: name });
    const container = containerOf(account, name);
    return {
      files,
      now: () => new Date(),
      count: async () => {
        let count = 0;
        for await (const _ of container.listBlobsFlat()) count += 1;
        return count;
      },
      close: async () => {
        await container.delete();
      },
    };
  };
}

/** A client of our own beside the store's, for what the store does not offer. */
export function containerOf({ endpoint, key, identity }: Omit<BlobAccount, 'container'>, name: string) {
  const account = new BlobServiceClient(endpoint).accountName;
  const credential = key ? new StorageSharedKeyCredential(account, key) : identity;
  return new BlobServiceClient(endpoint, credential).getContainerClient(name);
}
