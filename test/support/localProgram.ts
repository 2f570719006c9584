import { readSettings } from '../../local/settings.ts';
import { startLocal } from '../../local/startLocal.ts';
import { type Engine, embedded } from './engines.ts';
import { freePort } from './localProcess.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';
import { until } from './until.ts';

interface ProgramSettings {
  readonly engine?: Engine;
  /** Who sits at the page. */
  readonly people?: readonly string[];
}

/** The whole program of `npm run local`, on a free port and with nothing kept from before; `close` forgets it all. */
export async function startLocalProgram({
  engine = embedded,
  people = ['ana', 'nils', 'rita'],
}: ProgramSettings = {}) {
  const { args, environment } = await engine.prepare();
  const folder = temporaryDirectory();
  const asked = ['--port', String(await freePort()), '--people', people.join(), ...args];
  const start = (more: readonly string[] = []) =>
    startLocal({
      ...readSettings([...asked, ...more], environment),
      dataRoot: folder.path,
      logLevel: 'error',
    });
  let running = await start().catch((error: unknown) => {
    folder.remove();
    throw error;
  });
  return {
    address: running.address,
    /** Stops it and starts it again on what it has kept, with further arguments. */
    async restart(more?: readonly string[]): Promise<void> {
      await running.stop();
      running = await start(more);
      // A connection that was kept alive may only now be found closed.
      await until(
        () =>
          fetch(running.address).then(
            ({ ok }) => ok,
            () => false,
          ),
        'the program',
      );
    },
    async close(): Promise<void> {
      await running.stop();
      folder.remove();
    },
  };
}
