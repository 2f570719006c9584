import type { Calendar } from '../services/calendar/calendar.ts';
import { writeDigest } from '../services/claims/background/digest.ts';
import { runTimers } from '../services/claims/background/runTimers.ts';
import { createSweepLoop } from '../services/claims/background/sweepLoop.ts';
import type { Claims } from '../services/claims/claims.ts';
import type { Uploads } from '../services/claims/proof/uploads.ts';
import type { DispatchLoop } from '../services/outbox/dispatchLoop.ts';
import type { DocumentStore } from '../services/storage/documents/documentStore.ts';
import type { Logger } from './logger.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export interface BackgroundDependencies {
  readonly store: DocumentStore;
  readonly claims: Claims;
  readonly uploads: Uploads;
  readonly calendar: Calendar;
  readonly now: () => Date;
  readonly dispatchLoop: DispatchLoop;
  readonly logger: Logger;
}

/** What the programme does by itself: clocks run out, drafts end, the digest is written, files on no claim go, alerts are sent. */
export function createBackground(dependencies: BackgroundDependencies) {
  const { store, claims, uploads, calendar, now, dispatchLoop, logger } = dependencies;

  const every = (everyMs: number, sweep: () => Promise<unknown>, failure: string) =>
    createSweepLoop({ sweep, everyMs, onError: (error) => logger.error({ err: error }, failure) });

  const onError = (error: unknown, number: string) =>
    logger.error({ err: error, number }, 'what is due on a claim could not be done');

  const sweeping = [
    every(
      minuteMs,
      () => runTimers({ store, claims, calendar, now, onError }),
      'what is due on claims could not be looked for',
    ),
    every(minuteMs, claims.sweepDrafts, 'what is due on drafts could not be done'),
    every(minuteMs, digest, 'the digest could not be written'),
    every(hourMs, claims.bringUpToDate, 'earlier claims could not be brought up to date'),
    every(hourMs, uploads.sweep, 'files that are on no claim could not be deleted'),
  ];

  async function digest(): Promise<void> {
    if (await writeDigest({ store, calendar, now })) dispatchLoop.wake();
  }

  return {
    start(): void {
      dispatchLoop.start();
      for (const sweep of sweeping) sweep.start();
    },
    /** Does at once all that is due; what could not be done is logged, and tried again later. */
    async catchUp(): Promise<void> {
      for (const sweep of sweeping) await sweep.sweepNow();
      await dispatchLoop.drain();
    },
    async stop(): Promise<void> {
      await Promise.all([...sweeping, dispatchLoop].map((running) => running.stop()));
    },
  };
}
