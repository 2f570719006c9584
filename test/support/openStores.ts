import { startCosmosEmulator } from '../../local/azure/cosmosEmulator.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';
import { cosmosStores } from './cosmosStores.ts';

export interface OpenedStore {
  readonly store: DocumentStore;
  close(): Promise<void>;
}

/** An empty SQLite store in memory with the product's indexes. */
export function openSqlite(now: () => Date): OpenedStore {
  const store = createSqliteStore({ file: ':memory:', indexes, now });
  return { store, close: () => store.close() };
}

/** Both adapters, for what must hold on each of them. */
export const adapters: readonly {
  readonly adapter: string;
  readonly open: (now: () => Date) => Promise<OpenedStore>;
}[] = [
  { adapter: 'SQLite', open: async (now) => openSqlite(now) },
  {
    adapter: 'the Cosmos DB emulator',
    open: async (now) => {
      const emulator = await startCosmosEmulator();
      const { store, close } = await cosmosStores(emulator)({ indexes, now });
      return { store, close: () => close().finally(emulator.stop) };
    },
  },
];
