import type { Calendar } from '../../calendar/calendar.ts';
import { system } from '../../domain/actor.ts';
import type { SubmittedClaim } from '../../domain/claim.ts';
import { timerToRun } from '../../domain/rules/timers.ts';
import type { StoredDocument } from '../../storage/documents/documentStore.ts';
import type { Claims } from '../claims.ts';
import { timerTarget } from '../execute.ts';

export interface TimerDependencies {
  readonly claims: Pick<Claims, 'execute'>;
  readonly calendar: Calendar;
  /** Called with a claim whose timer failed. The others still run, and it is tried again in the next run. */
  readonly onError: (error: unknown, number: string) => void;
}

/**
 * Runs the timer that is due on a claim, as a command of the system, so it takes effect once, however many processes
 * try. After a pause, an expiry still counts from its own deadline. False if another process was faster or it failed.
 */
export function createRunTimer({ claims, calendar, onError }: TimerDependencies) {
  return async ({ body: claim }: StoredDocument<SubmittedClaim>, at: string): Promise<boolean> => {
    const timer = timerToRun(claim, at, calendar);
    if (!timer) return false;
    try {
      const { name, at: due } = timer;
      const outcome = await claims.execute(system, timerTarget(claim, timer), { name, due });
      return outcome.ok && !outcome.value.repeated;
    } catch (error) {
      onError(error, claim.number);
      return false;
    }
  };
}
