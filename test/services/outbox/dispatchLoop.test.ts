import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createDispatchLoop } from '../../../services/outbox/dispatchLoop.ts';

/** A dispatcher whose runs end when the test says so. */
function heldDispatcher() {
  const log: string[] = [];
  const ends: PromiseWithResolvers<boolean>[] = [];
  return {
    log,
    sendDue(): Promise<boolean> {
      log.push('run');
      const end = Promise.withResolvers<boolean>();
      ends.push(end);
      return end.promise;
    },
    async release(): Promise<void> {
      log.push('release');
    },
    /** Ends the run under way. */
    async end(error?: Error): Promise<void> {
      const running = ends.shift();
      if (error) running?.reject(error);
      else running?.resolve(true);
      await settled();
    },
  };
}

/** Lets everything that only waits for promises go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('When alerts are sent in a loop', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => clock.restore());

  const start = () => {
    const dispatcher = heldDispatcher();
    const errors: unknown[] = [];
    const loop = createDispatchLoop({ dispatcher, pollMs: 5000, onError: (error) => errors.push(error) });
    return { dispatcher, errors, loop };
  };

  it('runs at the start, and again every time it polls', async () => {
    const { dispatcher, loop } = start();
    loop.start();
    await dispatcher.end();
    assert.deepEqual(dispatcher.log, ['run']);
    clock.tick(4999);
    assert.deepEqual(dispatcher.log, ['run']);
    clock.tick(1);
    assert.deepEqual(dispatcher.log, ['run', 'run']);
    await dispatcher.end();
    await loop.stop();
  });

  it('runs at once when it is woken', async () => {
    const { dispatcher, loop } = start();
    loop.wake();
    assert.deepEqual(dispatcher.log, ['run']);
    await dispatcher.end();
    await loop.stop();
  });

  it('never runs twice at a time, and once more when it was woken meanwhile, however often', async () => {
    const { dispatcher, loop } = start();
    loop.wake();
    for (let times = 0; times < 3; times += 1) loop.wake();
    await settled();
    assert.deepEqual(dispatcher.log, ['run']);
    await dispatcher.end();
    assert.deepEqual(dispatcher.log, ['run', 'run']);
    await dispatcher.end();
    assert.deepEqual(dispatcher.log, ['run', 'run']);
    await loop.stop();
  });

  it('goes on after a run that failed, and says so', async () => {
    const { dispatcher, errors, loop } = start();
    const outage = new Error('no store');
    loop.wake();
    loop.wake();
    await dispatcher.end(outage);
    assert.deepEqual(errors, [outage]);
    assert.deepEqual(dispatcher.log, ['run', 'run']);
    await dispatcher.end();
    await loop.stop();
  });

  it('says when all that was due has been tried, also what came while it ran', async () => {
    const { dispatcher, loop } = start();
    let drained = false;
    const draining = loop.drain().then(() => {
      drained = true;
    });
    loop.wake();
    await dispatcher.end();
    assert.deepEqual([drained, dispatcher.log], [false, ['run', 'run']]);
    await dispatcher.end();
    await draining;
    await loop.stop();
  });

  it('waits until it can send when a process has died with the lease, and not for ever', async () => {
    for (const [lost, runs] of [
      [2, 3],
      [Number.POSITIVE_INFINITY, 49],
    ] as const) {
      const waits: number[] = [];
      let run = 0;
      const loop = createDispatchLoop({
        dispatcher: {
          sendDue: async () => {
            run += 1;
            return run > lost;
          },
          release: async () => undefined,
        },
        pollMs: 1000,
        onError: (error) => assert.fail(String(error)),
        wait: async (ms) => {
          waits.push(ms);
        },
      });
      await loop.drain();
      assert.deepEqual([run, waits.length], [runs, runs - 1]);
      await loop.stop();
    }
  });

  it('waits at the end for the run under way, then gives the lease back', async () => {
    const { dispatcher, loop } = start();
    loop.start();
    const stopped = loop.stop();
    await settled();
    assert.deepEqual(dispatcher.log, ['run']);
    await dispatcher.end();
    await stopped;
    assert.deepEqual(dispatcher.log, ['run', 'release']);
  });

  it('starts nothing any more once it is stopping', async () => {
    const { dispatcher, loop } = start();
    loop.start();
    const stopped = loop.stop();
    loop.wake();
    await dispatcher.end();
    await stopped;
    loop.wake();
    clock.tick(60_000);
    await settled();
    assert.deepEqual(dispatcher.log, ['run', 'release']);
  });
});
