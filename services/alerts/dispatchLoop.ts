import type { Dispatcher } from './dispatcher.ts';

/** Runs the dispatcher: at once after a commit (`wake`), and every `pollMs` as the net. */
export function createDispatchLoop(options: {
  readonly dispatcher: Dispatcher;
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
}) {
  const { dispatcher, pollMs, onError } = options;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function wake(): void {
    again = true;
    if (running || stopped) return;
    running = run().finally(() => {
      running = undefined;
      if (again) wake();
    });
  }

  async function run(): Promise<void> {
    while (again && !stopped) {
      again = false;
      await dispatcher.sendDue().catch(onError);
    }
  }

  return {
    wake,
    /** Wakes it, and ends when all that was due has been tried. */
    async drain(): Promise<void> {
      wake();
      while (running) await running;
    },
    start(): void {
      timer = setInterval(wake, pollMs);
      wake();
    },
    /** Waits for the message under way and gives the lease back. */
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(timer);
      await running;
      await dispatcher.release();
    },
  };
}

export type DispatchLoop = ReturnType<typeof createDispatchLoop>;
