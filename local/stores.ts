import { join } from 'node:path';
import { indexes } from '../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../services/storage/documents/sqlite/sqliteStore.ts';
import { createDiskFileStore } from '../services/storage/files/disk/diskFileStore.ts';
import { createSignedFileHandler } from '../services/storage/files/signedFileHandler.ts';
import type { LocalStores, StoreSettings } from './localStores.ts';
import { readOrMakeSigningKey } from './signingKey.ts';

/** Opens the embedded stores, or with `azure` those that production runs on. */
export async function openStores(settings: StoreSettings): Promise<LocalStores> {
  const { azure, folder, now } = settings;
  if (!azure) return openEmbeddedStores(settings);
  // Only then: the client libraries of Azure would make every start slower.
  const { openAzureStores } = await import('./azure/openAzureStores.ts');
  return await openAzureStores(azure, { folder, ...(now ? { now } : {}) });
}

function openEmbeddedStores({ folder, address, now }: StoreSettings): LocalStores {
  const store = createSqliteStore({ file: join(folder, 'claims.sqlite'), indexes, ...(now ? { now } : {}) });
  const links = {
    signingKey: readOrMakeSigningKey(join(folder, 'signing-key')),
    baseUrl: `${address}/files`,
  };
  const files = createDiskFileStore({ directory: join(folder, 'files'), ...links });
  const plain = [createSignedFileHandler({ files, ...links })];
  return { store, files, plain, kept: `Kept in ${folder}.`, close: () => store.close() };
}
