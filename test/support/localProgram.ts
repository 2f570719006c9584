import { readSettings } from '../../local/settings.ts';
import { startLocal } from '../../local/startLocal.ts';
import { type Engine, embedded } from './engines.ts';
import { freePort } from './localProcess.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';

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
  const settings = {
    ...readSettings(asked, environment),
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
