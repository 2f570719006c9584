import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listenOnLoopback } from './listenOnLoopback.ts';
import { nodeFlags } from './nodeFlags.ts';

const root = join(import.meta.dirname, '../..');
const patienceMs = 60_000;

export interface LocalArguments {
  /** Where the program keeps its data, one folder for each port. */
  readonly dataRoot: string;
  readonly args: readonly string[];
  /** Environment variables in addition to the machine's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** `npm run local` without npm, as a process of its own, so that it can be killed. Resolves once it can be opened. */
export async function startLocalProcess(how: LocalArguments) {
  const program = run(how);
  const opened = program.says(/Open (http:\S+)/);
  const [, address] = await Promise.race([opened, program.ended.then(() => [])]);
  if (!address) throw new Error(`The program did not start: ${program.stderr()}`);

  return {
    /** The page's address. */
    address,
    /** All that the program has said so far. */
    said: program.stdout,
    /** Ctrl+C; says the exit code. */
    async interrupt(): Promise<number | null> {
      program.child.kill('SIGINT');
      return await program.ended;
    },
    /** Sends a signal and waits for nothing. */
    signal: (signal: NodeJS.Signals): void => void program.child.kill(signal),
    /** Resolves with the exit code. */
    ended: program.ended,
    /** `kill -9`: nothing is closed, flushed or said. */
    async kill(): Promise<void> {
      program.child.kill('SIGKILL');
      await program.ended;
    },
  };
}

export type LocalProcess = Awaited<ReturnType<typeof startLocalProcess>>;

/** Runs the program to its end, for starts that it refuses. */
export async function runLocalToItsEnd(how: LocalArguments) {
  const program = run(how);
  const code = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const { port } = new URL(await listenOnLoopback(server));
  server.close();
  await once(server, 'close');
  return Number(port);
}

/** Accounts that the environment of the tests may name are for the contract suites alone. */
const noAccounts = Object.fromEntries(
  ['COSMOS_ENDPOINT', 'COSMOS_KEY', 'BLOB_ENDPOINT', 'BLOB_KEY'].map((name) => [name, undefined]),
);

function run({ dataRoot, args, environment }: LocalArguments) {
  const child = spawn(process.execPath, [...nodeFlags, 'local/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...noAccounts, ...environment, LOCAL_DATA: dataRoot, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patienceMs * 3,
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    heard.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    heard.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);

  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      child.stdout.on('data', () => {
        const found = pattern.exec(heard.stdout);
        if (found) resolve(found);
      });
    });

  return { child, ended, says, stdout: () => heard.stdout, stderr: () => heard.stderr };
}
