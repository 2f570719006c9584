import { readOptions } from '../../local/readOptions.ts';
import { rollingRestarts } from './rollingRestarts.ts';

const usage = `npm run restarts -- [--restarts 20] [--pause 400]

Restarts two instances of production in turn, on this machine and under steady presses, and counts what was lost.
Ends with 1 if anything was.
  --restarts  how many
  --pause     how long each of four people pauses between two presses, in milliseconds`;

try {
  const options = {
    restarts: { type: 'string', default: '20' },
    pause: { type: 'string', default: '400' },
  } as const;
  const { values } = readOptions({ args: process.argv.slice(2), options }, usage);
  const figures = await rollingRestarts({
    restarts: Number(values.restarts),
    pauseMs: Number(values.pause),
    onRestart: (count) => process.stderr.write(`restart ${count}\n`),
  });
  process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  const { badEnds, withoutAnswer, withoutEffect, doubled } = figures;
  process.exit(badEnds + withoutAnswer + withoutEffect + doubled > 0 ? 1 : 0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
