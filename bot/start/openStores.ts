import { openCosmosStore } from '../../services/storage/documents/cosmos/cosmosContainer.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { openBlobFileStore } from '../../services/storage/files/blob/blobContainer.ts';
import type { FileStore } from '../../services/storage/files/fileStore.ts';
import type { Config } from '../config.ts';
import { accountDependency, type Dependency, settingFault } from './dependency.ts';

/** A store that has not been asked yet, and what asks it. */
interface Opened<Store> {
  readonly store: Store;
  readonly dependency: Dependency;
}

const documentSettings = {
  endpoint: 'COSMOS_ENDPOINT',
  key: 'COSMOS_KEY',
  database: 'COSMOS_DATABASE',
  container: 'COSMOS_DATABASE or COSMOS_CONTAINER',
};
const fileSettings = {
  endpoint: 'BLOB_ENDPOINT',
  key: 'BLOB_KEY',
  database: 'BLOB_ENDPOINT',
  container: 'BLOB_CONTAINER',
};

/** The documents in the Cosmos DB account of the settings. */
export function openDocuments(config: Config): Opened<DocumentStore> {
  const { store, prepare } = openCosmosStore({
    endpoint: config.COSMOS_ENDPOINT,
    key: config.COSMOS_KEY,
    database: config.COSMOS_DATABASE,
    container: config.COSMOS_CONTAINER,
    indexes,
  });
  return { store, dependency: accountDependency('documents', documentSettings, prepare) };
}

/** The files in the storage account of the settings; throws a `WrongSettingError` for what can be none. */
export async function openFiles(config: Config): Promise<Opened<FileStore>> {
  const account = { endpoint: config.BLOB_ENDPOINT, container: config.BLOB_CONTAINER };
  try {
    const credential = config.BLOB_KEY ? { key: config.BLOB_KEY } : { identity: await ownIdentity() };
    const { files, prepare } = openBlobFileStore({ ...account, ...credential });
    return { store: files, dependency: accountDependency('files', fileSettings, prepare) };
  } catch (error) {
    throw settingFault(error, fileSettings);
  }
}

async function ownIdentity() {
  // Loaded only here: it is large, and not needed when there is a key.
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
