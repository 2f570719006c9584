import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import type { AzureSettings } from '../../local/azure/azureSettings.ts';

/** Whether a file is being written: on the disk a `.part`, in Blob Storage a blob whose blocks nobody has committed. */
export async function hasHalfAFile(folder: string, azure: AzureSettings | undefined): Promise<boolean> {
  if (!azure) {
    const files = join(folder, 'files');
    return existsSync(files) && readdirSync(files).some((name) => name.endsWith('.part'));
  }
  return (await blobsIn(azure, true)).length > (await blobsIn(azure, false)).length;
}

async function blobsIn({ blob }: AzureSettings, includeUncommitedBlobs: boolean): Promise<string[]> {
  const { endpoint, key } = blob.account ?? { endpoint: '', key: '' };
  const credential = new StorageSharedKeyCredential(new BlobServiceClient(endpoint).accountName, key);
  const container = new BlobServiceClient(endpoint, credential).getContainerClient(blob.container);
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat({ includeUncommitedBlobs })) names.push(name);
  return names;
}
