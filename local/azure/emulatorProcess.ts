import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { Emulator } from './serveParent.ts';

const ready = z.object({ endpoint: z.string(), key: z.string() });

/** What stands in for Azure, by the name of its main in this folder. */
const mains = { cosmos: 'cosmosMain.ts', blob: 'blobMain.ts' } as const;

/** An emulator that runs in a process of its own. */
export interface EmulatorProcess extends Emulator {
  readonly pid: number;
}

/**
 * Starts an emulator as a process of its own, and resolves once it answers. It ends with `stop`, and by itself when this
 * process is gone, even killed. Its output goes to this process's stderr.
 */
export async function startEmulatorProcess(
  which: keyof typeof mains,
  args: readonly string[] = [],
): Promise<EmulatorProcess> {
  const child = fork(join(import.meta.dirname, mains[which]), args, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  let isWanted = true;
  const { endpoint, key } = await Promise.race([
    once(child, 'message').then(([message]) => ready.parse(message)),
    ended.then(([code]) =>
      Promise.reject(new Error(`The ${which} emulator ended with ${code} as it started.`)),
    ),
  ]);
  child.once('exit', () => {
    if (isWanted)
      console.error(`The ${which} emulator has ended, and what it kept is gone. Please start anew.`);
  });
  return {
    endpoint,
    key,
    pid: child.pid ?? 0,
    async stop() {
      isWanted = false;
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
