import { startBlobEmulator } from './blobEmulator.ts';
import { serveParent } from './serveParent.ts';

/** The process of azurite, over the folder that it is given. */
await serveParent(() => startBlobEmulator({ directory: process.argv[2] ?? '' }));
