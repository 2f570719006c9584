import '../../bot/compileCache.ts';
import { serveParent } from './serveParent.ts';

/** The process of the Cosmos DB emulator. */
const { startCosmosEmulator } = await import('./cosmosEmulator.ts');
await serveParent(() => startCosmosEmulator());
