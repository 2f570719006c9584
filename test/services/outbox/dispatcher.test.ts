// Above 200 lines: what an outbox promises, in one place.
import assert from 'node:assert/strict';
import type { Recipient } from '../../../services/domain/alert.ts';
import { type AlertOutbox, alertOutbox, leaseMs, toPerson, toReviewers } from '../../support/alertOutbox.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { Crash, crashingStore } from '../../support/storeWrappers.ts';

const later = { kind: 'later' } as const;
const sent = { kind: 'sent' } as const;
const unreachable = { kind: 'unreachable' } as const;
const isFor = (personId: string, { to }: Recipient) => to.kind === 'person' && to.personId === personId;

let outbox: AlertOutbox;
/** Each situation has an outbox of its own for each test. */
function withOutbox(): void {
  beforeEach(async () => {
    outbox = await alertOutbox();
  });
  afterEach(() => outbox.close());
}

describe('When an alert is due', () => {
  withOutbox();

  it('is sent once to everybody, and what became of each is recorded', async () => {
    await outbox.post({ recipients: [toPerson('ana'), toPerson('ben', { notify: false }), toReviewers()] });
    assert.equal(await outbox.dispatcher.sendDue(), true);
    assert.deepEqual(outbox.teams.take(), [
      'approved v5 → ana',
      'approved v5 → ben (refresh)',
      'approved v5 → reviewers (refresh)',
    ]);
    const alert = await outbox.alert();
    assert.deepEqual(await outbox.results(), ['sent', 'sent', 'sent']);
    assert.equal(alert.nextAttemptAt, undefined);
    await outbox.tryFor(3_600_000, 60_000);
    assert.deepEqual(outbox.teams.take(), []);
  });

  it('waits until it is due', async () => {
    await outbox.post({ nextAttemptAt: new Date(outbox.now().getTime() + 5000).toISOString() });
    await outbox.dispatcher.sendDue();
    assert.deepEqual(outbox.teams.take(), []);
    outbox.tick(5000);
    await outbox.dispatcher.sendDue();
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana']);
  });

  it('goes out with all the others, however many there are', async () => {
    for (let index = 1; index <= 120; index += 1)
      await outbox.post({ number: `C-0000-${String(index).padStart(4, '0')}` });
    await outbox.dispatcher.sendDue();
    assert.equal(outbox.teams.take().length, 120);
  });
});

describe('When a message cannot be sent now', () => {
  withOutbox();

  it('is tried again after 1, 2, 4 … seconds, then every five minutes', async () => {
    outbox.teams.answer(later);
    await outbox.post();
    await outbox.dispatcher.sendDue();
    const pauses: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const next = Date.parse((await outbox.alert()).nextAttemptAt ?? '');
      pauses.push((next - outbox.now().getTime()) / 1000);
      outbox.tick(next - outbox.now().getTime());
      await outbox.dispatcher.sendDue();
    }
    assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    assert.equal(outbox.teams.attempts.length, 13);
  });

  it('waits as long as the service asks (Retry-After), and no second less', async () => {
    outbox.teams.answer({ kind: 'later', afterMs: 90_000 });
    await outbox.post({ recipients: [toPerson('ana'), toReviewers()] });
    await outbox.dispatcher.sendDue();
    outbox.teams.take();
    assert.equal(await outbox.tryFor(89_000), 0);
    outbox.teams.answer(sent);
    assert.equal(await outbox.tryFor(1000), 2);
  });

  it('each waits for as long as it was asked to, and nobody for another', async () => {
    outbox.teams.answer((_alert, { to }) => ({
      kind: 'later',
      afterMs: to.kind === 'person' ? 5000 : 60_000,
    }));
    await outbox.post({ recipients: [toPerson('ana'), toReviewers()] });
    await outbox.dispatcher.sendDue();
    outbox.teams.take();
    await outbox.tryFor(59_000);
    assert.ok(outbox.teams.take().every((line) => line === 'approved v5 → ana'));
  });

  it('nothing else goes to a chat that has asked for a pause, and no attempt is counted', async () => {
    outbox.teams.answer({ kind: 'later', afterMs: 60_000 });
    await outbox.post();
    await outbox.post({ number: 'C-0000-0002' });
    await outbox.dispatcher.sendDue();
    assert.equal(await outbox.tryFor(59_000), 0);
    assert.equal(outbox.teams.attempts.length, 1);
    outbox.teams.answer(sent);
    assert.equal(await outbox.tryFor(1000), 2);
  });

  it('goes to the others at once, and is repeated only for people who did not get it', async () => {
    outbox.teams.answer((_alert, recipient) => (isFor('ana', recipient) ? later : sent));
    await outbox.post({ recipients: [toPerson('ana'), toPerson('ben')] });
    await outbox.dispatcher.sendDue();
    assert.deepEqual(await outbox.results(), ['waiting', 'sent']);
    outbox.teams.take();
    outbox.teams.answer(sent);
    await outbox.tryFor(1000);
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana']);
    assert.deepEqual(await outbox.results(), ['sent', 'sent']);
  });

  it('is tried for about three hours with one person, and for ever with the reviewers (D21)', async () => {
    outbox.teams.answer(later);
    await outbox.post({ recipients: [toPerson('nobody', { notify: false }), toReviewers({ notify: true })] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(12_000_000, 10_000);
    assert.deepEqual(await outbox.results(), ['givenUp', 'waiting']);
    outbox.teams.answer(sent);
    await outbox.tryFor(300_000, 10_000);
    assert.deepEqual(await outbox.results(), ['givenUp', 'sent']);
  });

  it("goes to the company's other Incentives admins once it is given up (R99)", async () => {
    outbox.teams.answer((_alert, recipient) => (isFor('ana', recipient) ? later : sent));
    await outbox.post();
    await outbox.tryFor(12_000_000, 10_000);
    const [first, ...others] = await outbox.results();
    assert.equal(first, 'givenUp');
    assert.ok(others.length > 0 && others.every((result) => result === 'sent'));
  });
});

describe('When the one who delivers throws', () => {
  withOutbox();

  it('reports it, sends everything else, and tries again', async () => {
    const broken = new Error('no connection');
    outbox.teams.answer((_alert, recipient) => (isFor('ana', recipient) ? broken : sent));
    await outbox.post({ recipients: [toPerson('ana'), toPerson('ben')] });
    await outbox.post({ number: 'C-0000-0002', recipients: [toPerson('cleo')] });
    await outbox.dispatcher.sendDue();
    assert.deepEqual(outbox.errors, [broken]);
    assert.deepEqual(outbox.teams.take().sort(), [
      'approved v5 → ana',
      'approved v5 → ben',
      'approved v5 → cleo',
    ]);
    outbox.teams.answer(sent);
    await outbox.tryFor(1000);
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana']);
  });
});

describe('When one claim has several alerts for the same person', () => {
  withOutbox();

  const failing = () =>
    outbox.teams.answer((alert, to) => (alert.version === 5 && isFor('ana', to) ? later : sent));

  it('holds back the later one until the earlier one has arrived, for that person only', async () => {
    failing();
    await outbox.post({ event: 'actionRequired', recipients: [toPerson('ana'), toPerson('ben')] });
    await outbox.post({ version: 6, recipients: [toPerson('ana'), toPerson('ben')] });
    await outbox.dispatcher.sendDue();
    assert.deepEqual(outbox.teams.take(), [
      'actionRequired v5 → ana',
      'actionRequired v5 → ben',
      'approved v6 → ben',
    ]);
    outbox.teams.answer(sent);
    await outbox.tryFor(3000);
    assert.deepEqual(outbox.teams.take(), ['actionRequired v5 → ana', 'approved v6 → ana']);
  });

  it('does not hold alerts of other claims', async () => {
    failing();
    await outbox.post({ recipients: [toPerson('ana')] });
    await outbox.post({ number: 'C-0000-0002', version: 6 });
    await outbox.dispatcher.sendDue();
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana', 'approved v6 → ana']);
  });

  it('does not count waiting as failing: it goes out however long the earlier one took', async () => {
    failing();
    await outbox.post({ event: 'actionRequired' });
    await outbox.post({ version: 6 });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(120_000);
    assert.deepEqual(await outbox.results(6), ['waiting']);
    outbox.teams.take();
    outbox.teams.answer(sent);
    await outbox.tryFor(300_000);
    assert.deepEqual(outbox.teams.take(), ['actionRequired v5 → ana', 'approved v6 → ana']);
  });

  it('does not give up a recipient who was held back when it gives up another', async () => {
    outbox.teams.answer((alert, recipient) => {
      if (isFor('ana', recipient)) return alert.version === 5 ? { kind: 'later', afterMs: 20_000_000 } : sent;
      return alert.version === 6 ? later : sent;
    });
    await outbox.post({ event: 'actionRequired', recipients: [toPerson('ana')] });
    await outbox.post({ version: 6, recipients: [toPerson('ana'), toPerson('ben')] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(12_000_000, 10_000);
    assert.deepEqual(await outbox.results(6), ['waiting', 'givenUp']);
  });

  it('sends the later one when the earlier one has been given up', async () => {
    failing();
    await outbox.post({ event: 'actionRequired' });
    await outbox.post({ version: 6 });
    await outbox.tryFor(12_000_000, 10_000);
    assert.equal((await outbox.results(5))[0], 'givenUp');
    assert.deepEqual(await outbox.results(6), ['sent']);
  });
});

describe('When people cannot be reached (R99)', () => {
  withOutbox();

  const ana = fromDemo('Ana Ruiz').personId;
  const ivan = fromDemo('Ivan Petrov').personId;

  it("tells the company's other Incentives admins when nobody on the claim can be", async () => {
    outbox.teams.answer((_alert, recipient) => (isFor(ana, recipient) ? unreachable : sent));
    await outbox.post({ recipients: [toPerson(ana), toReviewers()] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(1000);
    assert.deepEqual(outbox.teams.take(), [
      `approved v5 → ${ana}`,
      'approved v5 → reviewers (refresh)',
      `approved v5 → ${ivan}`,
    ]);
    assert.deepEqual(await outbox.results(), ['unreachable', 'sent', 'sent']);
  });

  it('tells nobody else when somebody on the claim can be', async () => {
    outbox.teams.answer((_alert, recipient) => (isFor(ana, recipient) ? unreachable : sent));
    await outbox.post({ recipients: [toPerson(ana), toPerson('ben')] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(5000);
    assert.deepEqual(await outbox.results(), ['unreachable', 'sent']);
  });

  it('tells nobody else when only a card could not be brought up to date', async () => {
    outbox.teams.answer(unreachable);
    await outbox.post({ recipients: [toPerson(ana, { notify: false }), toReviewers({ notify: true })] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(5000);
    assert.deepEqual(await outbox.results(), ['unreachable', 'unreachable']);
  });

  it('ends when the other admins cannot be reached either', async () => {
    outbox.teams.answer(unreachable);
    await outbox.post({ recipients: [toPerson(ana)] });
    await outbox.dispatcher.sendDue();
    await outbox.tryFor(60_000);
    assert.deepEqual(await outbox.results(), ['unreachable', 'unreachable']);
    assert.equal((await outbox.alert()).nextAttemptAt, undefined);
    assert.equal(outbox.teams.attempts.length, 2);
  });

  it('waits for an operator once nobody is left (D21)', async () => {
    outbox.teams.answer(unreachable);
    await outbox.post({ recipients: [toPerson(ana)] });
    await outbox.dispatcher.sendDue();
    assert.ok((await outbox.alert()).untoldAt);
    assert.deepEqual(outbox.untold, ['C-0000-0001']);
    assert.deepEqual(outbox.missed, [ana, ivan]);
  });
});

describe('When a dispatcher dies or another one runs', () => {
  withOutbox();

  it('sends again what was sent and not recorded: at least once', async () => {
    await outbox.post({ recipients: [toPerson('ana'), toPerson('ben')] });
    // Its batches: the lease, then one for each recipient.
    const dying = outbox.startDispatcher('dying', crashingStore(outbox.store, { at: 3, saved: false }));
    await assert.rejects(dying.sendDue(), Crash);
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana', 'approved v5 → ben']);
    outbox.tick(leaseMs);
    await outbox.dispatcher.sendDue();
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ben']);
    assert.deepEqual(await outbox.results(), ['sent', 'sent']);
  });

  it('loses nothing wherever the first one died', async () => {
    for (let at = 1; at <= 6; at += 1) {
      for (const saved of [false, true]) {
        const version = at * 2 + Number(saved);
        await outbox.post({ version, recipients: [toPerson('ana'), toPerson('ben')] });
        const dying = outbox.startDispatcher(`dying ${version}`, crashingStore(outbox.store, { at, saved }));
        await dying.sendDue().catch(() => undefined);
        outbox.tick(leaseMs);
        await outbox.startDispatcher(`after ${version}`).sendDue();
        outbox.tick(leaseMs);
        assert.deepEqual(await outbox.results(version), ['sent', 'sent']);
      }
    }
  });

  it('sends nothing without the lease, and takes over the moment it runs out', async () => {
    await outbox.dispatcher.sendDue();
    await outbox.post();
    const second = outbox.startDispatcher('second');
    outbox.tick(leaseMs - 1);
    assert.equal(await second.sendDue(), false);
    assert.deepEqual(outbox.teams.take(), []);
    outbox.tick(1);
    assert.equal(await second.sendDue(), true);
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana']);
    assert.equal(await outbox.dispatcher.sendDue(), false);
  });

  it('takes over at once when the first one gives the lease back', async () => {
    await outbox.dispatcher.sendDue();
    await outbox.post();
    await outbox.dispatcher.release();
    assert.equal(await outbox.startDispatcher('second').sendDue(), true);
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana']);
  });

  it('gives nobody else the lease of another', async () => {
    await outbox.dispatcher.sendDue();
    await outbox.startDispatcher('second').release();
    assert.equal(await outbox.startDispatcher('second').sendDue(), false);
  });

  it('stops sending when the lease went to another while it was slow', async () => {
    await outbox.post();
    await outbox.post({ number: 'C-0000-0002', version: 6 });
    const second = outbox.startDispatcher('second');
    outbox.teams.answer(async ({ version }) => {
      if (version === 5) {
        outbox.tick(leaseMs);
        outbox.teams.answer(sent);
        await second.sendDue();
      }
      return sent;
    });
    await assert.rejects(outbox.dispatcher.sendDue(), /changed by another dispatcher/);
    assert.deepEqual(outbox.teams.take(), ['approved v5 → ana', 'approved v5 → ana', 'approved v6 → ana']);
  });

  it('renews the lease while it works, so that a long run is not taken over', async () => {
    await outbox.dispatcher.sendDue();
    for (let minutes = 0; minutes < 10; minutes += 1) {
      outbox.tick(leaseMs / 2);
      assert.equal(await outbox.dispatcher.sendDue(), true);
      assert.equal(await outbox.startDispatcher('second').sendDue(), false);
    }
  });
});
