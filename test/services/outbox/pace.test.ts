import assert from 'node:assert/strict';
import { createLimit, createLines } from '../../../services/outbox/lines.ts';
import { createPace } from '../../../services/outbox/pace.ts';
import { type AlertOutbox, alertOutbox, toPerson } from '../../support/alertOutbox.ts';

/** Lets everything that only waits for promises go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('When many messages go to one conversation', () => {
  /** A clock that moves only when somebody waits. */
  function pacing() {
    let time = 0;
    const pace = createPace({
      now: () => time,
      wait: async (ms) => {
        time += ms;
      },
    });
    return { pace, time: () => time };
  }

  it('at most 7 go in a second, 8 in two, 60 in thirty', async () => {
    const { pace, time } = pacing();
    const sent: number[] = [];
    for (let message = 0; message < 130; message += 1) {
      await pace('19:channel');
      sent.push(time());
    }
    for (const [most, withinMs] of [
      [7, 1000],
      [8, 2000],
      [60, 30_000],
    ] as const)
      for (const [index, at] of sent.entries()) {
        const later = sent[index + most];
        assert.ok(later === undefined || later - at >= withinMs, `${most} in ${withinMs} ms`);
      }
    assert.ok(time() < 65_000, `${time()} ms`);
  });

  it('nobody waits for another conversation', async () => {
    const { pace, time } = pacing();
    for (let message = 0; message < 100; message += 1) await pace(`a:${message}`);
    assert.equal(time(), 0);
  });

  it('nobody waits any more once the program stops', async () => {
    const { pace, time } = pacing();
    for (let message = 0; message < 100; message += 1) await pace('19:channel', () => true);
    assert.equal(time(), 0);
  });
});

describe('When tasks wait for their turn', () => {
  it('each key has a line of its own, in the order in which positions were taken', async () => {
    const takePosition = createLines();
    const [first, second, other] = [takePosition('ana'), takePosition('ana'), takePosition('ben')];
    const log: string[] = [];
    for (const [name, position] of Object.entries({ first, second, other }))
      void position.ready.then(() => log.push(name));
    await settled();
    assert.deepEqual(log, ['first', 'other']);
    first.leave();
    first.leave();
    await settled();
    assert.deepEqual(log, ['first', 'other', 'second']);
  });

  it('so many run at the same time, and no more', async () => {
    const limit = createLimit(2);
    let running = 0;
    let most = 0;
    const tasks = Array.from({ length: 7 }, () =>
      limit(async () => {
        running += 1;
        most = Math.max(most, running);
        await settled();
        running -= 1;
      }),
    );
    await Promise.all(tasks);
    assert.deepEqual([most, running], [2, 0]);
  });
});

describe('When many alerts are due', () => {
  let outbox: AlertOutbox;
  beforeEach(async () => {
    outbox = await alertOutbox();
  });
  afterEach(() => outbox.close());
  const numberOf = (index: number) => `C-0000-${String(index).padStart(4, '0')}`;

  it('topics go side by side, a bounded number at a time', async () => {
    let running = 0;
    let most = 0;
    outbox.teams.answer(async () => {
      running += 1;
      most = Math.max(most, running);
      await settled();
      running -= 1;
      return { kind: 'sent' };
    });
    for (let index = 1; index <= 40; index += 1)
      await outbox.post({ number: numberOf(index), recipients: [toPerson(`p${index}`)] });
    await outbox.dispatcher.sendDue();
    assert.equal(outbox.teams.take().length, 40);
    assert.equal(most, 8);
  });

  it('one chat that does not answer holds up only what goes there', async () => {
    const silent = Promise.withResolvers<void>();
    outbox.teams.answer(async (_alert, { to }) => {
      if (to.kind === 'person' && to.personId === 'ana') await silent.promise;
      return { kind: 'sent' };
    });
    await outbox.post();
    for (let index = 2; index <= 20; index += 1)
      await outbox.post({ number: numberOf(index), recipients: [toPerson(index % 2 ? 'ana' : 'ben')] });
    const run = outbox.dispatcher.sendDue();
    while (outbox.teams.attempts.filter((line) => line.endsWith('ben')).length < 10) await settled();
    assert.equal(outbox.teams.attempts.filter((line) => line.endsWith('ana')).length, 1);
    // What becomes due meanwhile does not wait for the end of this run.
    await outbox.post({ number: numberOf(30), recipients: [toPerson('cleo')] });
    while (!outbox.teams.attempts.some((line) => line.endsWith('cleo'))) await settled();
    silent.resolve();
    await run;
    assert.equal(outbox.teams.attempts.length, 21);
  });

  it('what goes to one chat arrives in the order in which it became due', async () => {
    const order: number[] = [];
    outbox.teams.answer(async (alert) => {
      if (alert.version % 3 === 0) await settled();
      order.push(alert.version);
      return { kind: 'sent' };
    });
    for (let index = 1; index <= 12; index += 1) {
      await outbox.post({ number: numberOf(99 - index), version: index });
      outbox.tick(10);
    }
    await outbox.dispatcher.sendDue();
    assert.deepEqual(
      order,
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });
});
