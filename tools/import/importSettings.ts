import { readOptions } from '../../local/readOptions.ts';
import { type ImportedKind, importedKinds } from '../../services/directory/import/importFile.ts';

/** What the command line of an import says. */
export interface ImportSettings {
  readonly kind: ImportedKind;
  readonly file: string;
  readonly dryRun: boolean;
  /** The port of the `npm run local` whose embedded store is imported to; absent: what `npm start` uses. */
  readonly localPort?: number | undefined;
}

/** The usage of the command, and where to read more. */
export const usage = `npm run import -- <${importedKinds.join('|')}> <file.json|file.csv> [--dry-run] [--local [--port 3978]]

The whole file is checked first; a second time changes nothing. “people” and “catalogue” are the whole list: people who
are not listed are no longer known. Of the other kinds, what is not listed stays. A subscription ID stays with its
customer; a domain, an MPN ID or a partner's tenant moves only if the file lists both.
  --dry-run  only says what would change
  --local    into what npm run local keeps (--port N); otherwise into Cosmos DB, with the settings of npm start
The columns of each kind, with examples: local/demo/README.md`;

/** Reads the arguments; throws a readable error for anything else. */
export function readImportSettings(args: readonly string[]): ImportSettings {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    local: { type: 'boolean', default: false },
    port: { type: 'string' },
  } as const;
  const { values, positionals } = readOptions({ args: [...args], allowPositionals: true, options }, usage);
  const [name, file, ...rest] = positionals;
  const kind = importedKinds.find((each) => each === name);
  if (!kind || !file || rest.length > 0) throw new Error(usage);
  if (values.port !== undefined && !values.local) throw new Error(`--port is for --local.\n${usage}`);
  const port = Number(values.port ?? '3978');
  if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    throw new Error(`The port must be a number from 1 to 65535, not “${values.port}”.`);
  }
  return { kind, file, dryRun: values['dry-run'], ...(values.local ? { localPort: port } : {}) };
}
