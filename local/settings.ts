import { parseArgs } from 'node:util';

export interface LocalSettings {
  readonly port: number;
  /** Start anew: forget what an earlier run on this port has kept. */
  readonly reset: boolean;
}

const defaultPort = 3978;

/** Reads `--port`, `--reset` and the environment's PORT; throws a sentence for anything else. */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LocalSettings {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, reset: { type: 'boolean', default: false } },
  });
  const typed = values.port ?? environment.PORT ?? String(defaultPort);
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(port >= 1 && port <= 65535))
    throw new Error(`The port must be a number from 1 to 65535, not “${typed}”.`);
  return { port, reset: values.reset };
}
