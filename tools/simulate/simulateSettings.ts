import { readOptions } from '../../local/readOptions.ts';
import type { YearSettings } from './year.ts';

/** How the command is written. */
export const usage = `npm run simulate -- [--claims 10000] [--seed 1] [--minutes 10]

Plays a year with fast, slow and silent people and downtimes, and checks every deadline, reminder and digest against a
calculation of its own. Ends with 1 if something differs, with 2 if the year could not be played.
  --claims   how many claims
  --seed     which year
  --minutes  how often the program looks for what is due`;

/** Reads `--claims`, `--seed` and `--minutes` (how often the program looks); throws a usage error otherwise. */
export function readSimulateSettings(args: readonly string[]): YearSettings {
  const options = { claims: text('10000'), seed: text('1'), minutes: text('10') };
  const { values } = readOptions({ args: [...args], options }, usage);
  return {
    claims: whole('--claims', values.claims, 100_000),
    seed: whole('--seed', values.seed, 2 ** 31),
    checkEveryMinutes: whole('--minutes', values.minutes, 60),
  };
}

const text = (standard: string) => ({ type: 'string', default: standard }) as const;

function whole(name: string, typed: string, most: number): number {
  const number = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(number >= 1 && number <= most))
    throw new Error(`${name} must be a whole number from 1 to ${most}, not “${typed}”.\n${usage}`);
  return number;
}
