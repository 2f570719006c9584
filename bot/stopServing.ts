import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What a stopping program does, and how long it may take. */
export interface Stopping {
  /** The HTTP server, which may be answering. */
  readonly server: Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'>;
  /** Says from now on that no further request should come here. */
  readonly notReady: () => void;
  /** Ends what the program does by itself. */
  readonly stopBackground: () => Promise<void>;
  readonly closeStore: () => Promise<void>;
  /** How long a front end may need to see that this process is not ready, in milliseconds. */
  readonly noticeMs: number;
  /** How long requests under way may take after that, in milliseconds; then their connections are cut. */
  readonly finishMs: number;
}

/** How long requests under way may take after the signal to stop, in milliseconds. */
export const turnsMs = 20_000;
/** Whatever happens, the process ends: hosts kill it after 30 s. */
const longestStopMs = 26_000;

/** npm passes on the Ctrl+C that the terminal has already sent: one press may arrive twice. */
const samePressMs = 500;

/**
 * Ends the process at SIGTERM or Ctrl+C once `stop` has ended, or when that takes too long. A second Ctrl+C ends it at
 * once; a second SIGTERM changes nothing.
 */
export function stopOnSignal(stop: () => Promise<void>, longestMs = longestStopMs): void {
  let begun: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (begun !== undefined) {
      if (signal === 'SIGINT' && performance.now() - begun > samePressMs) process.exit(1);
      return;
    }
    begun = performance.now();
    setTimeout(() => process.exit(1), longestMs).unref();
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
}

const pollMs = 50;

/**
 * Stops without losing a request: first the front end is told, then nothing new is taken, what is under way ends, and
 * last of all the store is closed.
 */
export async function stopServing(stopping: Stopping): Promise<void> {
  const { server, notReady, stopBackground, closeStore, noticeMs, finishMs } = stopping;
  notReady();
  // A call that does not end must not keep the process, whatever limit it has of its own.
  const background = Promise.race([stopBackground(), wait(noticeMs + finishMs, undefined, { ref: false })]);
  await wait(noticeMs);
  await endRequests(server, finishMs);
  await background;
  await closeStore();
}

async function endRequests(server: Stopping['server'], finishMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A connection becomes idle when its answer is sent; it is not closed by itself.
  const idle = setInterval(() => server.closeIdleConnections(), pollMs);
  const late = setTimeout(() => server.closeAllConnections(), finishMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
