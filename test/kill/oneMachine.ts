import { join } from 'node:path';
import { type ChatPerson, chatPerson } from '../support/chatPerson.ts';
import { freePort, type LocalProcess, startLocalProcess } from '../support/localProcess.ts';
import { temporaryDirectory } from '../support/temporaryDirectory.ts';
import { endLease } from './afterTheKill.ts';

/** One machine: the program is started and killed on it, on the same port and data. */
export async function oneMachine() {
  const data = temporaryDirectory();
  const port = await freePort();
  const how = { dataRoot: data.path, args: ['--port', String(port)] };
  let running: LocalProcess | undefined;

  return {
    port,
    how,
    folder: join(data.path, String(port)),
    async start(): Promise<void> {
      running = await startLocalProcess(how);
    },
    async kill(): Promise<void> {
      await running?.kill();
      running = undefined;
    },
    async killAndStart(): Promise<void> {
      await this.kill();
      await endLease(this.folder);
      await this.start();
    },
    /** Somebody at the page; the address stays the same over restarts. */
    person: (id: string): ChatPerson => chatPerson(`http://localhost:${port}/`, id),
    async remove(): Promise<void> {
      await this.kill();
      data.remove();
    },
  };
}

export type Machine = Awaited<ReturnType<typeof oneMachine>>;
