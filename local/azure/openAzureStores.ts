import { join } from 'node:path';
import { connectCosmosStore } from '../../services/storage/documents/cosmos/cosmosContainer.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { connectBlobFileStore } from '../../services/storage/files/blob/blobContainer.ts';
import type { LocalStores, StoreSettings } from '../localStores.ts';
import type { AzureSettings } from './azureSettings.ts';
import { startEmulatorProcess } from './emulatorProcess.ts';
import type { EmulatorAddress } from './serveParent.ts';
import { whatIsUsed } from './whatIsUsed.ts';

/** Opens the stores on the Azure protocols: on the accounts that are given, else on emulators that `close` ends. */
export async function openAzureStores(
  azure: AzureSettings,
  { folder, now }: Pick<StoreSettings, 'folder' | 'now'>,
): Promise<LocalStores> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of opened.reverse()) await end();
  };
  async function emulator(which: 'cosmos' | 'blob', args?: readonly string[]): Promise<EmulatorAddress> {
    const { endpoint, key, stop } = await startEmulatorProcess(which, args);
    opened.push(stop);
    return { endpoint, key };
  }
  try {
    const cosmos = { ...azure.cosmos, account: azure.cosmos.account ?? (await emulator('cosmos')) };
    const blob = {
      ...azure.blob,
      account: azure.blob.account ?? (await emulator('blob', [join(folder, 'blobs')])),
    };
    const { database, container } = cosmos;
    const store = await orSay(
      `Cosmos DB at ${cosmos.account.endpoint}`,
      connectCosmosStore({ ...cosmos.account, database, container, indexes, now }),
    );
    opened.push(() => store.close());
    const files = await orSay(
      `Blob Storage at ${blob.account.endpoint}`,
      connectBlobFileStore({ ...blob.account, container: blob.container }),
    );
    const kept = whatIsUsed(azure, { cosmos: cosmos.account.endpoint, blob: blob.account.endpoint, folder });
    return { store, files, plain: [], kept, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function orSay<T>(what: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${what} cannot be used: ${why}`, { cause: error });
  }
}
