import assert from 'node:assert/strict';
import { granted, refused } from '../../../services/domain/refusal.ts';
import { lostRace, retryLostRaces } from '../../../services/queue/retry.ts';

function waiting() {
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  return { waits, wait };
}

describe('When a race is lost', () => {
  it('waits for nothing when the first try wins', async () => {
    const { waits, wait } = waiting();
    assert.deepEqual(await retryLostRaces(async () => granted(1), wait), granted(1));
    assert.deepEqual(waits, []);
  });

  it('tries again until it is won', async () => {
    const { waits, wait } = waiting();
    let tries = 0;
    const attempt = async () => {
      tries += 1;
      return tries < 4 ? lostRace : granted(tries);
    };
    assert.deepEqual(await retryLostRaces(attempt, wait), granted(4));
    assert.equal(waits.length, 3);
  });

  it('does not try a refusal again', async () => {
    const { waits, wait } = waiting();
    assert.deepEqual(await retryLostRaces(async () => refused('fileGone'), wait), refused('fileGone'));
    assert.deepEqual(waits, []);
  });

  it('lets an outage through', async () => {
    const { wait } = waiting();
    const outage = new Error('no store');
    await assert.rejects(
      retryLostRaces(() => Promise.reject(outage), wait),
      outage,
    );
  });

  it('pauses longer each time, within half and one and a half of 10, 20, 40 … 400 ms, three seconds in all', async () => {
    const { waits, wait } = waiting();
    assert.deepEqual(await retryLostRaces(async () => lostRace, wait), lostRace);
    for (const [index, ms] of waits.entries()) {
      const middle = Math.min(10 * 2 ** index, 400);
      assert(ms >= middle / 2 && ms <= middle * 1.5 + 1, `pause ${index}: ${ms} ms`);
    }
    const total = waits.reduce((sum, ms) => sum + ms, 0);
    assert(total >= 3000 && total - (waits.at(-1) ?? 0) < 3000);
  });
});
