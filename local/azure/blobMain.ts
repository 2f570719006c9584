import '../../bot/compileCache.ts';
import { serveParent } from './serveParent.ts';

/** The process of azurite, over the folder that it is given. */
const { startBlobEmulator } = await import('./blobEmulator.ts');
await serveParent(() => startBlobEmulator({ directory: process.argv[2] ?? '' }));
