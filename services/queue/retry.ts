/** How long a lost race is tried again before it is given up. */
const patienceMs = 3000;

/** The result of an attempt when another writer was faster. */
export const lostRace = Symbol('lostRace');

/** Tries again, with jitter, until the result is not a lost race, for at most three seconds. */
export async function retryLostRaces<T>(
  attempt: () => Promise<T | typeof lostRace>,
  wait: (ms: number) => Promise<void>,
): Promise<T | typeof lostRace> {
  let waited = 0;
  for (let pause = 10; ; pause = Math.min(pause * 2, 400)) {
    const outcome = await attempt();
    if (outcome !== lostRace || waited >= patienceMs) return outcome;
    const ms = Math.ceil(pause * (0.5 + jitter()));
    waited += ms;
    await wait(ms);
  }
}

const jitter = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
