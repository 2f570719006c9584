import { join } from 'node:path';
import { readStoreConfig } from '../bot/config.ts';
import type { DocumentStore } from '../services/storage/documentStore.ts';
import { indexes } from '../services/storage/indexes.ts';
import { createSqliteStore } from '../services/storage/sqliteStore.ts';
import { dataFolder } from './dataFolder.ts';

/** The store an import goes to: the embedded one of a port's `npm run local`, else the account that `npm start` uses. */
export async function openImportStore(localPort: number | undefined): Promise<DocumentStore> {
  if (localPort !== undefined) {
    const dataRoot = process.env.LOCAL_DATA ?? '.data';
    const folder = dataFolder({ dataRoot, port: localPort, people: [], reset: false });
    return createSqliteStore({ file: join(folder, 'claims.sqlite'), indexes });
  }
  const config = readStoreConfig(process.env);
  // Only then: the client library makes a local import slower.
  const { connectCosmosStore } = await import('../services/storage/cosmosContainer.ts');
  return await connectCosmosStore({
    endpoint: config.COSMOS_ENDPOINT,
    key: config.COSMOS_KEY,
    database: config.COSMOS_DATABASE,
    container: config.COSMOS_CONTAINER,
    indexes,
  });
}
