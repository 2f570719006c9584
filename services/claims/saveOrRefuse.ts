import { type Outcome, refused } from '../domain/refusal.ts';
import { lostRace, retryLostRaces } from '../queue/retry.ts';

/** Tries a change again while others are faster; in vain, the person is asked to press again (`notSaved`). */
export async function saveOrRefuse<T>(
  attempt: () => Promise<Outcome<T> | typeof lostRace>,
  wait: (ms: number) => Promise<void>,
): Promise<Outcome<T>> {
  const outcome = await retryLostRaces(attempt, wait);
  return outcome === lostRace ? refused('notSaved') : outcome;
}
