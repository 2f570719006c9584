import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readStoreConfig } from '../../bot/config.ts';
import { dataFolder } from '../../local/dataFolder.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../services/storage/documents/sqlite/sqliteStore.ts';
import type { ImportSettings } from './importSettings.ts';

/** Where an import goes, and what its caller should know of it. */
export interface ImportStore {
  readonly store: DocumentStore;
  readonly note?: string;
}

/** The embedded store of a port's `npm run local`, else of the account that `npm start` uses. */
export async function openImportStore({
  dryRun,
  localPort,
  consequence,
}: Pick<ImportSettings, 'dryRun' | 'localPort'> & {
  /** What an error says cannot be done. */
  readonly consequence?: string;
}): Promise<ImportStore> {
  return localPort === undefined ? { store: await openAccount(consequence) } : openLocal(localPort, dryRun);
}

/** A dry run creates no files; if there are none, it compares with an empty store. */
function openLocal(port: number, dryRun: boolean): ImportStore {
  const dataRoot = process.env.LOCAL_DATA ?? '.data';
  const file = join(dataFolder({ dataRoot, port, people: [], reset: false }), 'claims.sqlite');
  if (existsSync(file)) return { store: createSqliteStore({ file, indexes }) };
  const store = createSqliteStore({ file: dryRun ? ':memory:' : file, indexes });
  return { store, note: `Nothing is kept for port ${port} yet.` };
}

async function openAccount(consequence?: string): Promise<DocumentStore> {
  const config = readStoreConfig(process.env, consequence);
  // Loaded only here, because the client library would slow down a local import.
  const { connectCosmosStore } = await import('../../services/storage/documents/cosmos/cosmosContainer.ts');
  return await connectCosmosStore({
    endpoint: config.COSMOS_ENDPOINT,
    key: config.COSMOS_KEY,
    database: config.COSMOS_DATABASE,
    container: config.COSMOS_CONTAINER,
    // Nobody waits in a chat, and an account may ask for many pauses.
    limitMs: 60_000,
    indexes,
  });
}
