import { join } from 'node:path';
import type { PlainHandler } from '../bot/teams/server.ts';
import type { DocumentStore } from '../services/storage/documents/documentStore.ts';
import { indexes } from '../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../services/storage/documents/sqlite/sqliteStore.ts';
import { createDiskFileStore } from '../services/storage/files/disk/diskFileStore.ts';
import type { FileStore } from '../services/storage/files/fileStore.ts';
import { createSignedFileHandler } from '../services/storage/files/signedFileHandler.ts';
import type { AzureSettings } from './azure/azureSettings.ts';
import { readOrMakeSigningKey } from './signingKey.ts';

/** What the bot keeps its data in. */
export interface LocalStores {
  readonly store: DocumentStore;
  readonly files: FileStore;
  /** Answers links to files where no other server does. */
  readonly plain: readonly PlainHandler[];
  /** What is kept where, for whoever starts the program. */
  readonly kept: string;
  close(): Promise<void>;
}

export interface StoreSettings {
  readonly azure?: AzureSettings | undefined;
  readonly folder: string;
  /** Own address without a slash at the end. */
  readonly address: string;
  /** By which documents end; absent: the real time. Links to files always end by the real time. */
  readonly now?: () => Date;
}

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
