import { deepEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { usage as localUsage } from '../../local/settings.ts';
import { usage as importUsage } from '../../tools/import/importSettings.ts';
import { usage as replayUsage } from '../../tools/replay/replaySettings.ts';
import { usage as simulateUsage } from '../../tools/simulate/simulateSettings.ts';
import { nodeFlags } from '../support/nodeFlags.ts';

describe('When a command is asked for help', function () {
  this.timeout(60_000);

  for (const [file, usage] of [
    ['local/main.ts', localUsage],
    ['tools/import/main.ts', importUsage],
    ['tools/replay/main.ts', replayUsage],
    ['tools/simulate/main.ts', simulateUsage],
  ] as const) {
    for (const args of [['--help'], ['-h'], ['--port', '4000', '--help'], ['--nonsense', '-h']]) {
      it(`${file} ${args.join(' ')} prints how it is written, does nothing and ends with 0`, async () => {
        deepEqual(await run(file, args), { code: 0, stdout: `${usage}\n`, stderr: '' });
      });
    }
  }

  /** Without npm. */
  function run(file: string, args: readonly string[]) {
    return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      const cwd = join(import.meta.dirname, '../..');
      execFile(
        process.execPath,
        [...nodeFlags, file, ...args],
        { cwd, timeout: 20_000 },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
  }
});
