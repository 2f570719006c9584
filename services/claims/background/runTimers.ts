import type { Calendar } from '../../calendar/calendar.ts';
import { programme } from '../../domain/actor.ts';
import type { FiledClaim } from '../../domain/claim.ts';
import { timerDue } from '../../domain/rules/timers.ts';
import type { DocumentStore, StoredDocument } from '../../storage/documents/documentStore.ts';
import type { Claims } from '../claims.ts';
import { timerTarget } from '../execute.ts';
import { sweepDue } from './sweepDue.ts';

export interface TimerDependencies {
  readonly store: DocumentStore;
  readonly claims: Pick<Claims, 'carryOut'>;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Told of a claim whose timer could not be run: the others are, and it is tried again with the next run. */
  readonly onError: (error: unknown, number: string) => void;
}

/**
 * Runs every timer that is due: each is a command of the programme, so that it acts once, however many processes look.
 * After a pause what has ended has ended at its own time. Says how many have acted.
 */
export async function runTimers({
  store,
  claims,
  calendar,
  now,
  onError,
}: TimerDependencies): Promise<number> {
  const at = now().toISOString();
  let acted = 0;
  // Again, because an end may make something due that is over already: a rejection, the time to dispute it.
  for (let progress = 1; progress > 0; acted += progress) {
    progress = await sweepDue<FiledClaim>(store, { type: 'claim', field: 'dueAt', act: runTimer }, at);
  }
  return acted;

  /** False when another process was faster, or it failed. */
  async function runTimer({ body: claim }: StoredDocument<FiledClaim>): Promise<boolean> {
    const timer = timerDue(claim, at, calendar);
    if (!timer) return false;
    try {
      const { name, at: due } = timer;
      const outcome = await claims.carryOut(programme, timerTarget(claim, timer), { name, due });
      return outcome.ok && !outcome.value.repeated;
    } catch (error) {
      onError(error, claim.number);
      return false;
    }
  }
}
