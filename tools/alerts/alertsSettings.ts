import { readOptions } from '../../local/readOptions.ts';

/** What the command line says. */
export type AlertsSettings = {
  /** The port of the `npm run local` whose embedded store is meant; absent: what `npm start` uses. */
  readonly localPort?: number;
} & AlertsAction;

/** What is to be done; `id` is `all` or as the list shows it. */
export type AlertsAction =
  | { readonly action: 'list' }
  | { readonly action: 'again'; readonly id: string }
  | { readonly action: 'settle'; readonly id: string; readonly by: string; readonly why: string };

/** The usage of the command. */
export const usage = `npm run alerts -- [again <id>|all] [settle <id> --by <who> --why <why>] [--local [--port 3978]]

Lists the alerts that wait for somebody and why, and those that reached nobody and wait for you.
  again <id>    sends it now, whatever is being waited for; “all”: every listed alert
  settle <id>   takes it out of the list, because you have told people yourself, or nobody needs it any more;
                --by and --why are kept with it and printed as a log line
  --local       of what npm run local keeps (--port N); otherwise of Cosmos DB, with the settings of npm start
A running bot sends within seconds; one that is stopped sends when it starts.`;

/** Reads the arguments; throws a readable error for anything else. */
export function readAlertsSettings(args: readonly string[]): AlertsSettings {
  const options = {
    by: { type: 'string' },
    why: { type: 'string' },
    local: { type: 'boolean', default: false },
    port: { type: 'string' },
  } as const;
  const { values, positionals } = readOptions({ args: [...args], allowPositionals: true, options }, usage);
  if (values.port !== undefined && !values.local) throw new Error(`--port is for --local.\n${usage}`);
  const port = Number(values.port ?? '3978');
  if (!(Number.isInteger(port) && port >= 1 && port <= 65535))
    throw new Error(`The port must be a number from 1 to 65535, not “${values.port}”.`);
  return { ...actionOf(positionals, values), ...(values.local ? { localPort: port } : {}) };
}

function actionOf(
  [action, id, ...rest]: readonly string[],
  { by, why }: { readonly by?: string | undefined; readonly why?: string | undefined },
): AlertsAction {
  const isForSettle = by !== undefined || why !== undefined;
  if (action === undefined && !isForSettle) return { action: 'list' };
  if (id === undefined || rest.length > 0) throw new Error(usage);
  if (action === 'again' && !isForSettle) return { action, id };
  if (action !== 'settle' || id === 'all') throw new Error(usage);
  if (!by?.trim() || !why?.trim()) throw new Error(`Say who settles it, and why: --by and --why.\n${usage}`);
  return { action, id, by: by.trim(), why: why.trim() };
}
