import { dataFolder } from '../../local/dataFolder.ts';
import { readSettings } from '../../local/settings.ts';
import { openStores } from '../../local/stores.ts';
import { type ChatPerson, chatPerson } from '../support/chatPerson.ts';
import { type Engine, embedded } from '../support/engines.ts';
import { freePort, type LocalProcess, startLocalProcess } from '../support/localProcess.ts';
import { temporaryDirectory } from '../support/temporaryDirectory.ts';
import { endLease } from './afterTheKill.ts';
import { hasHalfAFile } from './halfAFile.ts';

/** One machine: the program is started and killed on it, on the same port and data; the engine outlives it. */
export async function oneMachine(
  engine: Engine = embedded,
  people: readonly string[] = ['ana', 'nils', 'rita'],
) {
  const data = temporaryDirectory();
  const port = await freePort();
  const { args, environment } = await engine.prepare();
  const how = {
    dataRoot: data.path,
    args: ['--port', String(port), '--people', people.join(), ...args],
    environment,
  };
  const settings = { ...readSettings(how.args, environment), dataRoot: data.path };
  const folder = dataFolder(settings);
  const address = `http://localhost:${port}`;
  let running: LocalProcess | undefined;

  return {
    port,
    how,
    async start(): Promise<void> {
      running = await startLocalProcess(how);
    },
    async kill(): Promise<void> {
      await running?.kill();
      running = undefined;
    },
    async killAndStart(): Promise<void> {
      await this.kill();
      await endLease(this);
      await this.start();
    },
    /** Past the program, which may be running or dead. */
    openStores: () => openStores({ azure: settings.azure, folder, address }),
    async hasFile(id: string): Promise<boolean> {
      const { files, close } = await this.openStores();
      const content = await files.open(id);
      content?.destroy();
      await close();
      return content !== undefined;
    },
    /** Whether a part of a file is there that nobody can open yet. */
    hasHalfAFile: () => hasHalfAFile(folder, settings.azure),
    /** Somebody at the page; the address stays the same over restarts. */
    person: (id: string): ChatPerson => chatPerson(`${address}/`, id),
    async remove(): Promise<void> {
      await this.kill();
      data.remove();
    },
  };
}

export type Machine = Awaited<ReturnType<typeof oneMachine>>;
