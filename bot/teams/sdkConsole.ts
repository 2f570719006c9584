import type { Logger } from '../logger.ts';

/**
 * The SDK writes refused tokens and failed calls to the console, with keys, addresses and whole requests. In
 * production, one line of our own log replaces each of them. Returns a function that restores the console.
 */
export function logSdkConsole(logger: Logger): () => void {
  const { error, warn } = console;
  const report = (first?: unknown) => logger.warn({ sdk: gist(first) }, 'the SDK reported a problem');
  console.error = report;
  console.warn = report;
  return () => Object.assign(console, { error, warn });
}

/** The kind of problem. Text after a colon is left out, because it may contain a key. */
function gist(first: unknown): string {
  if (first instanceof Error) return first.name;
  return typeof first === 'string' ? (first.split(':')[0] ?? '').slice(0, 80) : typeof first;
}
