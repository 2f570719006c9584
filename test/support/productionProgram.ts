import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { nodeFlags } from './nodeFlags.ts';

/** `npm start` without npm, with these settings and no others, until it is stopped; its port is what its log says. */
export function runProduction(settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [...nodeFlags, 'bot/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    // No front end has to see that it stops.
    env: { STOP_NOTICE_SECONDS: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let said = '';
  const port = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /"port":(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`It did not start: ${said}`)));
  });
  return {
    port,
    /** Its log so far. */
    logged: () => said,
    /** Stops it as hosts do; says its exit code. */
    async stop(): Promise<number | null> {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}
