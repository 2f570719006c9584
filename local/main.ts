import { flushCompileCache } from 'node:module';
import '../bot/compileCache.ts';
import { answerHelp } from './readOptions.ts';
import { readSettings, usage } from './settings.ts';

/** `npm run local`: prints one address; the page there shows everyone's chat side by side. */
const args = process.argv.slice(2);
answerHelp(args, usage);
try {
  const settings = readSettings(args, process.env);
  const logLevel = process.env.LOG_LEVEL ?? 'warn';
  const dataRoot = process.env.LOCAL_DATA ?? '.data';
  // Only now: a wrong setting is answered at once.
  const { startLocal } = await import('./startLocal.ts');
  const { stopOnSignal } = await import('../bot/stopServing.ts');
  const running = await startLocal({ ...settings, dataRoot, logLevel });
  process.stdout.write(
    [`CPOR Claims is running. Open ${running.address}`, ...running.notes, 'Ctrl+C stops it.', ''].join('\n'),
  );
  stopOnSignal(running.stop);
  // Now, because a program that is killed keeps nothing at its end.
  flushCompileCache();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
