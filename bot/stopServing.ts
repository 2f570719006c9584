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
  /** How long requests under way may take, in milliseconds; then their connections are cut. */
  readonly finishMs: number;
}

const pollMs = 50;

/**
 * Stops without losing a request: first the front end is told, then nothing new is taken, what is under way ends, and
 * last of all the store is closed.
 */
export async function stopServing(stopping: Stopping): Promise<void> {
  const { server, notReady, stopBackground, closeStore, noticeMs, finishMs } = stopping;
  notReady();
  const background = stopBackground();
  await wait(noticeMs);
  await endRequests(server, finishMs);
  // A call that does not end must not keep the process: each has a limit of its own.
  await Promise.race([background, wait(finishMs, undefined, { ref: false })]);
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
