import { randomUUID } from 'node:crypto';
import { type CosmosEmulator, startCosmosEmulator } from '../../local/azure/cosmosEmulator.ts';
import { type EmulatorProcess, startEmulatorProcess } from '../../local/azure/emulatorProcess.ts';
import './quickQueries.ts';
import { temporaryDirectory } from './temporaryDirectory.ts';

/** How the local program is started on one kind of stores. */
export interface EngineSettings {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** What the local program keeps its data on. */
export interface Engine {
  readonly name: string;
  /** Settings for empty stores. */
  prepare(): Promise<EngineSettings>;
}

/** SQLite and the disk. */
export const embedded: Engine = {
  name: 'the embedded stores',
  prepare: async () => ({ args: [], environment: {} }),
};

/** Cosmos DB and Blob Storage, on emulators that all suites share and that outlive the program; containers of its own. */
export const azure: Engine = {
  name: 'the Azure protocols',
  async prepare() {
    emulators ??= startEmulators();
    const { cosmos, blob } = await emulators;
    return {
      args: ['--azure'],
      environment: {
        COSMOS_ENDPOINT: cosmos.endpoint,
        COSMOS_KEY: cosmos.key,
        COSMOS_CONTAINER: `run-${randomUUID()}`,
        BLOB_ENDPOINT: blob.endpoint,
        BLOB_KEY: blob.key,
        BLOB_CONTAINER: `run-${randomUUID()}`,
      },
    };
  },
};

/** Runs a suite on each engine, one after the other. For the top level of a file. */
export function onEachEngine(situation: string, tell: (this: Mocha.Suite, engine: Engine) => void): void {
  for (const engine of [embedded, azure]) {
    describe(`${situation}, on ${engine.name}`, function () {
      tell.call(this, engine);
    });
  }
  after(stopEmulators);
}

interface Emulators {
  readonly cosmos: CosmosEmulator;
  readonly blob: EmulatorProcess;
  readonly directory: ReturnType<typeof temporaryDirectory>;
}

/** Whether this process runs one file after the other of a parallel run. */
const isWorker = process.env.MOCHA_WORKER_ID !== undefined;

let emulators: Promise<Emulators> | undefined;

/** Cosmos DB in this process, where queries are quick; azurite beside it, because it is busy while a file arrives. */
async function startEmulators(): Promise<Emulators> {
  const directory = temporaryDirectory();
  const cosmos = await startCosmosEmulator();
  const blob = await startEmulatorProcess('blob', [directory.path]);
  const running = { cosmos, blob, directory };
  if (isWorker) process.once('exit', () => endAtOnce(running));
  return running;
}

function endAtOnce({ blob, directory }: Emulators): void {
  process.kill(blob.pid, 'SIGKILL');
  directory.remove();
}

/**
 * For `after` at the top level of each file that prepares `azure`: all of these run after the last suite. The workers of
 * a parallel run keep their emulators for the next file, and end them when they end.
 */
export async function stopEmulators(): Promise<void> {
  if (isWorker) return;
  const running = await emulators;
  emulators = undefined;
  await running?.cosmos.stop();
  await running?.blob.stop();
  running?.directory.remove();
}
