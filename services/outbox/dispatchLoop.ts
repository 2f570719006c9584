import type { Dispatcher } from './dispatcher.ts';

/** How often the loop asks for a lease that another process has, and for how long: longer than any lease lasts. */
const leasePauseMs = 250;
const longestWaitMs = 12_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs the dispatcher: at once after a commit (`wake`), and every `pollMs` as a safety net. */
export function createDispatchLoop(options: {
  readonly dispatcher: Pick<Dispatcher, 'sendDue' | 'release'> & Partial<Pick<Dispatcher, 'stop'>>;
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
  readonly wait?: (ms: number) => Promise<void>;
}) {
  const { dispatcher, pollMs, onError, wait = pause } = options;
  let running: Promise<void> | undefined;
  let rerun = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  /** Whether the last run could send: another process may have the lease, or have died with it. */
  let held = true;

  function wake(): void {
    rerun = true;
    if (running || stopped) return;
    running = run().finally(() => {
      running = undefined;
      if (rerun) wake();
    });
  }

  async function run(): Promise<void> {
    while (rerun && !stopped) {
      rerun = false;
      held = await dispatcher.sendDue().catch((error: unknown) => {
        onError(error);
        return true;
      });
    }
  }

  return {
    wake,
    /**
     * Wakes the loop, and resolves when everything due has been tried. Waits a while for the lease of a dead process.
     */
    async drain(): Promise<void> {
      for (let waited = 0; ; waited += leasePauseMs) {
        wake();
        while (running) await running;
        if (held || stopped || waited >= longestWaitMs) return;
        await wait(leasePauseMs);
      }
    },
    start(): void {
      timer = setInterval(wake, pollMs);
      wake();
    },
    /** Waits for the messages under way and gives the lease back. */
    async stop(): Promise<void> {
      stopped = true;
      dispatcher.stop?.();
      clearInterval(timer);
      await running;
      await dispatcher.release();
    },
  };
}

export type DispatchLoop = ReturnType<typeof createDispatchLoop>;
