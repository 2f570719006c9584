import { join } from 'node:path';
import { startCosmosEmulator } from '../../local/azure/cosmosEmulator.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';
import { cosmosStores } from '../support/cosmosStores.ts';
import { temporaryDirectory } from '../support/temporaryDirectory.ts';
import { documentStoreContract } from './documentStoreContract.ts';

documentStoreContract('SQLite', async (settings) => {
  const directory = temporaryDirectory();
  const store = createSqliteStore({ file: join(directory.path, 'store.db'), ...settings });
  return {
    store,
    close: async () => {
      await store.close();
      directory.remove();
    },
  };
});

documentStoreContract('the Cosmos DB emulator', async (settings) => {
  const emulator = await startCosmosEmulator();
  const { store, close } = await cosmosStores(emulator)(settings);
  return { store, close: () => close().finally(emulator.stop) };
});

const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = process.env;
if (endpoint && key)
  documentStoreContract('the Cosmos DB account of COSMOS_ENDPOINT', cosmosStores({ endpoint, key }));
else
  console.log(
    'COSMOS_ENDPOINT and COSMOS_KEY are not set: the document store is not tested on a real account.',
  );
