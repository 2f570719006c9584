/** How often stored files are looked for that are on no claim, in milliseconds. */
const everyMs = 3_600_000;

/** Sweeps at start and every hour; `stop` waits for the sweep under way. */
export function createSweepLoop(options: {
  readonly sweep: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}) {
  const { sweep, onError } = options;
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
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
