import '../../bot/compileCache.ts';
import { answerHelp } from '../../local/readOptions.ts';
import { printed } from './printed.ts';
import { readActivity } from './readActivity.ts';
import { readReplaySettings, usage } from './replaySettings.ts';

/** `npm run replay -- activity.json` */
const args = process.argv.slice(2);
answerHelp(args, usage);
try {
  const { file, data, json } = readReplaySettings(args);
  const activity = await readActivity(file);
  // Only now: what is wrong with the file is answered at once.
  const { runActivity } = await import('./runActivity.ts');
  const replayed = await runActivity(activity, data ? { folder: data } : {});
  process.stdout.write(`${json ? JSON.stringify(replayed, null, 2) : printed(replayed)}\n`);
  process.exitCode = replayed.status < 400 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
