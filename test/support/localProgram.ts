import { once } from 'node:events';
import { createServer } from 'node:net';
import { startLocal } from '../../local/startLocal.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';

/** The whole program of `npm run local`, on a free port and with nothing kept from before; `close` forgets it all. */
export async function startLocalProgram(people: readonly string[] = ['ana', 'nils', 'rita']) {
  const folder = temporaryDirectory();
  const settings = {
    port: await freePort(),
    reset: false,
    people: [...people],
    dataRoot: folder.path,
    logLevel: 'error',
  };
  const running = await startLocal(settings).catch((error: unknown) => {
    folder.remove();
    throw error;
  });
  return {
    address: running.address,
    async close(): Promise<void> {
      await running.stop();
      folder.remove();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
