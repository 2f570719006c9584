import { type Outcome, refused } from '../domain/refusal.ts';
import { lostRace, retryLostRaces } from '../queue/retry.ts';

/** Retries a change while others are faster. If that fails too, the person is asked to press again (`notSaved`). */
export async function saveOrRefuse<T>(
  attempt: () => Promise<Outcome<T> | typeof lostRace>,
  wait: (ms: number) => Promise<void>,
): Promise<Outcome<T>> {
  const outcome = await retryLostRaces(attempt, wait);
  return outcome === lostRace ? refused('notSaved') : outcome;
}
