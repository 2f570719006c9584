import type { Calendar } from '../../calendar/calendar.ts';
import { system } from '../../domain/actor.ts';
import type { FiledClaim } from '../../domain/claim.ts';
import { timerDue } from '../../domain/rules/timers.ts';
import type { StoredDocument } from '../../storage/documents/documentStore.ts';
import type { Claims } from '../claims.ts';
import { timerTarget } from '../execute.ts';

export interface TimerDependencies {
  readonly claims: Pick<Claims, 'execute'>;
  readonly calendar: Calendar;
  /** Told of a claim whose timer could not be run: the others are, and it is tried again with the next run. */
  readonly onError: (error: unknown, number: string) => void;
}

/**
 * Runs the timer that is due on a claim: a command of the system, so that it acts once, however many processes look.
 * After a pause what has ended has ended at its own time. False when another process was faster, or it failed.
 */
export function createRunTimer({ claims, calendar, onError }: TimerDependencies) {
  return async ({ body: claim }: StoredDocument<FiledClaim>, at: string): Promise<boolean> => {
    const timer = timerDue(claim, at, calendar);
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
