import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { createCosmosStore } from '../../services/storage/documents/cosmos/cosmosStore.ts';
import { ensureCosmosContainer } from '../../services/storage/documents/cosmos/ensureCosmosContainer.ts';
import './quickQueries.ts';
import type { OpenStore } from '../contracts/documentStoreContract.ts';

/** Opens stores on a Cosmos DB account or emulator, each in a new container that `close` deletes. */
export function cosmosStores(account: { readonly endpoint: string; readonly key: string }): OpenStore {
  return async ({ indexes, now }) => {
    const connectionPolicy = { enableEndpointDiscovery: false };
    const client = new CosmosClient({ ...account, connectionPolicy });
    const name = { database: 'cpor-contract', container: `run-${randomUUID()}` };
    const container = await ensureCosmosContainer({ client, ...name, indexes }, AbortSignal.timeout(20_000));
    return {
      store: createCosmosStore({ container, indexes, now }),
      close: async () => {
        await container.delete();
        client.dispose();
      },
    };
  };
}
