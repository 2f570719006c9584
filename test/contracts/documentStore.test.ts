import { join } from 'node:path';
import { createSqliteStore } from '../../services/storage/sqliteStore.ts';
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
