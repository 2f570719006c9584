import { readOptions } from '../../local/readOptions.ts';

/** How the command is written, and what its options do. */
export const usage = `Usage: npm run replay -- activity.json [--data <folder>] [--json]

Sends one recorded activity through the bot and prints what the bot answers; nothing leaves this machine.
  --data <folder>  on a copy of that folder's claims, e.g. .data/3978; otherwise on the demo directory alone
  --json           everything the bot sends, in full`;

/** Reads the file, `--data` and `--json`; throws a sentence, or how the command is written, for anything else. */
export function readReplaySettings(args: readonly string[]) {
  const options = { data: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values, positionals } = readOptions({ args: [...args], options, allowPositionals: true }, usage);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(usage);
  return { file, data: values.data, json: values.json };
}
