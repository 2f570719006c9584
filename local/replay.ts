import '../bot/compileCache.ts';
import { readOptions } from './readOptions.ts';
import { printed } from './replay/printed.ts';
import { readActivity } from './replay/readActivity.ts';

const usage = `Usage: npm run replay -- activity.json [--data <folder>] [--json]

Sends one recorded activity through the bot and prints what the bot answers; nothing leaves this machine.
  --data <folder>  on a copy of that folder's claims, e.g. .data/3978; otherwise on the demo directory alone
  --json           everything the bot sends, in full`;

/** `npm run replay -- activity.json` */
try {
  const { file, data, json } = readArguments(process.argv.slice(2));
  const activity = await readActivity(file);
  // Only now: what is wrong with the file is answered at once.
  const { runActivity } = await import('./replay/runActivity.ts');
  const replayed = await runActivity(activity, data ? { folder: data } : {});
  process.stdout.write(`${json ? JSON.stringify(replayed, null, 2) : printed(replayed)}\n`);
  process.exitCode = replayed.status < 400 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function readArguments(args: readonly string[]) {
  const options = { data: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values, positionals } = readOptions({ args: [...args], options, allowPositionals: true }, usage);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(usage);
  return { file, data: values.data, json: values.json };
}
