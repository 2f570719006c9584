/** Sweeps at start and at intervals, one sweep after the other; `stop` waits for the one under way. */
export function createSweepLoop(options: {
  readonly sweep: () => Promise<unknown>;
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
}) {
  const { sweep, everyMs, onError } = options;
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const run = (): void => {
    running = running.then(sweep).catch(onError);
  };

  return {
    start(): void {
      run();
      timer = setInterval(run, everyMs);
      timer.unref();
    },
    /** Runs one extra sweep; resolves when it is done. */
    async sweepNow(): Promise<void> {
      run();
      await running;
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
