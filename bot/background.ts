import type { Calendar } from '../services/calendar/calendar.ts';
import { dueWork } from '../services/claims/background/dueWork.ts';
import { createSweepLoop } from '../services/claims/background/sweepLoop.ts';
import type { Claims } from '../services/claims/claims.ts';
import type { Uploads } from '../services/claims/proof/uploads.ts';
import type { BacklogWatch } from '../services/outbox/backlog.ts';
import type { DispatchLoop } from '../services/outbox/dispatchLoop.ts';
import type { DocumentStore } from '../services/storage/documents/documentStore.ts';
import type { Logger } from './logger.ts';
import { traced } from './trace.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;

export interface BackgroundDependencies {
  readonly store: DocumentStore;
  readonly claims: Claims;
  readonly uploads: Uploads;
  readonly calendar: Calendar;
  readonly now: () => Date;
  readonly dispatchLoop: DispatchLoop;
  readonly backlog: BacklogWatch;
  readonly logger: Logger;
}

/** What the system does by itself: everything with a row in `dueWork.ts`. The outbox is sent by its own loop. */
export function createBackground({ dispatchLoop, backlog, logger, ...dependencies }: BackgroundDependencies) {
  const { claims } = dependencies;
  const onError = (error: unknown, number: string) =>
    logger.error({ err: error, number }, 'what is due on a claim could not be done');
  const context = { ...dependencies, outbox: dispatchLoop, onError };

  const every = (everyMs: number, sweep: () => Promise<unknown>, failure: string) =>
    createSweepLoop({
      sweep: () => traced(sweep),
      everyMs,
      onError: (error) => logger.error({ err: error }, failure),
    });

  const sweeping = [
    ...Object.values(dueWork).flatMap(({ acts }) =>
      typeof acts === 'string' ? [] : [every(acts.everyMs, () => acts.run(context), acts.failure)],
    ),
    every(minuteMs, backlog.check, 'what waits in the outbox could not be counted'),
    // Runs once for each new marker; it has no due time, so it has no row.
    every(hourMs, claims.bringUpToDate, 'earlier claims could not be brought up to date'),
  ];

  return {
    start(): void {
      dispatchLoop.start();
      for (const sweep of sweeping) sweep.start();
    },
    /** Does everything that is due at once; failures are logged and tried again later. */
    async catchUp(): Promise<void> {
      for (const sweep of sweeping) await sweep.sweepNow();
      await dispatchLoop.drain();
    },
    async stop(): Promise<void> {
      await Promise.all([...sweeping, dispatchLoop].map((running) => running.stop()));
    },
  };
}
