import { equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startEmulatorProcess } from '../../../local/azure/emulatorProcess.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';
import { answers, untilGone } from '../../support/untilGone.ts';

const root = join(import.meta.dirname, '../../..');

/** A program that starts an emulator, says its endpoint and process, and would run for ever. */
const program = (which: string, folder: string) => `
  const { startEmulatorProcess } = await import('./local/azure/emulatorProcess.ts');
  const { endpoint, pid } = await startEmulatorProcess('${which}', ${JSON.stringify([folder])});
  console.log(endpoint + ' ' + pid);
`;

async function startProgram(which: string, folder: string) {
  const args = ['--input-type=module', '--eval', program(which, folder)];
  const parent = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said] = await once(parent.stdout, 'data');
  const [endpoint = '', pid = ''] = String(said).trim().split(' ');
  return { parent, endpoint, pid: Number(pid) };
}

for (const which of ['cosmos', 'blob'] as const) {
  describe(`When the ${which} emulator is a process of its own`, function () {
    this.timeout(60_000);
    const folder = temporaryDirectory();
    after(() => folder.remove());

    it('answers at its endpoint until it is stopped', async () => {
      const emulator = await startEmulatorProcess(which, [folder.path]);
      ok(emulator.pid !== process.pid);
      equal(await answers(emulator.endpoint), true);
      await emulator.stop();
      equal(await answers(emulator.endpoint), false);
    });

    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      it(`ends by itself when the program that started it has ended by ${signal}`, async () => {
        const { parent, endpoint } = await startProgram(which, folder.path);
        equal(await answers(endpoint), true);
        parent.kill(signal);
        await once(parent, 'exit');
        await untilGone(endpoint);
      });
    }

    it('is reported when it ends before the program does', async () => {
      const { parent, pid } = await startProgram(which, folder.path);
      process.kill(pid, 'SIGKILL');
      match(await text(parent.stderr), new RegExp(`^The ${which} emulator has ended`));
    });
  });
}

describe('When the process of an emulator is started by hand', () => {
  it('refuses with a readable error, because nothing would end it', async () => {
    const child = spawn(process.execPath, ['local/azure/cosmosMain.ts'], { cwd: root });
    const said = await text(child.stderr);
    match(said, /is started by “npm run local -- --azure” only/);
    equal(child.exitCode ?? (await once(child, 'exit'))[0], 1);
  });
});
