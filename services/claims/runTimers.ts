import type { Calendar } from '../clock/calendar.ts';
import { programme } from '../directory/directory.ts';
import type { DocumentStore } from '../storage/documentStore.ts';
import type { FiledClaim } from './claim.ts';
import type { Claims } from './claimService.ts';
import { timerTarget } from './commands.ts';
import { timerDue } from './timers.ts';

const pageSize = 50;

export interface TimerDependencies {
  readonly store: DocumentStore;
  readonly claims: Pick<Claims, 'carryOut'>;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** Told of a claim whose timer could not be run: the others are, and it is tried again with the next run. */
  readonly onError: (error: unknown, number: string) => void;
}

/**
 * Runs every timer that is due, the longest due first: each is a command of the programme, so that it acts once, however
 * many processes look. After a pause what has ended has ended at its own time. Says how many have acted.
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
  for (let progress = true; progress; ) {
    const page = await store.query<FiledClaim>({
      type: 'claim',
      range: { to: at },
      order: { field: 'dueAt', direction: 'ascending' },
      limit: pageSize,
    });
    const before = acted;
    for (const { body } of page.documents) {
      if (await runTimer(body)) acted += 1;
    }
    progress = acted > before;
  }
  return acted;

  /** False when another process was faster, or it failed. */
  async function runTimer(claim: FiledClaim): Promise<boolean> {
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
