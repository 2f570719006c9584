import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createSweepLoop } from '../../../../services/claims/background/sweepLoop.ts';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const hourMs = 3_600_000;

describe('When something is looked for again and again', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => clock.restore());

  it('sweeps at start and at each interval, also after a failure, until it is stopped', async () => {
    const sweep = sinon.stub().resolves(0);
    const onError = sinon.spy();
    const loop = createSweepLoop({ sweep, everyMs: hourMs, onError });
    loop.start();
    await settled();
    assert.equal(sweep.callCount, 1);
    sweep.rejects(new Error('The store is away.'));
    await clock.tickAsync(hourMs);
    assert.equal(onError.callCount, 1);
    sweep.resolves(0);
    await clock.tickAsync(hourMs);
    assert.equal(sweep.callCount, 3);
    await loop.stop();
    await clock.tickAsync(2 * hourMs);
    assert.equal(sweep.callCount, 3);
  });

  it('sweeps on request right after the current sweep, and says when that is done', async () => {
    const log: string[] = [];
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const ends = [first, second];
    const loop = createSweepLoop({
      sweep: async () => {
        log.push('begun');
        await ends.shift()?.promise;
        log.push('done');
      },
      everyMs: hourMs,
      onError: () => assert.fail(),
    });
    loop.start();
    const swept = loop.sweepNow().then(() => log.push('told'));
    await settled();
    assert.deepEqual(log, ['begun']);
    first.resolve();
    await settled();
    assert.deepEqual(log, ['begun', 'done', 'begun']);
    second.resolve();
    await swept;
    assert.deepEqual(log, ['begun', 'done', 'begun', 'done', 'told']);
    await loop.stop();
  });

  it('stops once the sweep under way has ended', async () => {
    const sweeping = Promise.withResolvers<number>();
    const loop = createSweepLoop({
      sweep: () => sweeping.promise,
      everyMs: hourMs,
      onError: () => assert.fail(),
    });
    loop.start();
    await settled();
    let stopped = false;
    const stopping = loop.stop().then(() => {
      stopped = true;
    });
    await settled();
    assert.equal(stopped, false);
    sweeping.resolve(0);
    await stopping;
  });
});
