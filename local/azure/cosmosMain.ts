import { startCosmosEmulator } from './cosmosEmulator.ts';
import { serveParent } from './serveParent.ts';

/** The process of the Cosmos DB emulator. */
await serveParent(() => startCosmosEmulator());
