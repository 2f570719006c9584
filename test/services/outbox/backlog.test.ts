import assert from 'node:assert/strict';
import { type Backlog, createBacklogWatch, readBacklog } from '../../../services/outbox/backlog.ts';
import { changeAlert, sentAgain, settledByHand } from '../../../services/outbox/operate.ts';
import { contoso } from '../../support/aClaim.ts';
import { type AlertOutbox, alertOutbox, toPerson, toReviewers } from '../../support/alertOutbox.ts';

const minute = 60_000;
const expired = { kind: 'ours', everything: true, why: 'AADSTS7000222' } as const;

describe('When alerts wait for long (D21)', () => {
  let outbox: AlertOutbox;
  beforeEach(async () => {
    outbox = await alertOutbox();
  });
  afterEach(() => outbox.close());

  const backlog = () => readBacklog(outbox.store, outbox.now().toISOString());

  it('what waits for somebody is counted, not what waits for a morning or only updates a card', async () => {
    const at = outbox.now().toISOString();
    outbox.tick(minute);
    await outbox.post({ recipients: [toPerson('ana')], at });
    const from = '2026-11-24T08:00:00.000Z';
    await outbox.post({ version: 6, recipients: [toPerson('ben', { from })] });
    await outbox.post({ version: 7, recipients: [toReviewers()] });
    assert.deepEqual(await backlog(), { waiting: 1, oldestSince: at, untold: 0 });
  });

  it('it is said at once when the oldest is older than it should be, then every ten minutes, until it is sent', async () => {
    const said: string[] = [];
    const onLate = ({ waiting }: Backlog) =>
      void said.push(`${(outbox.now().getTime() - begun) / minute}: ${waiting}`);
    const begun = outbox.now().getTime();
    const watch = createBacklogWatch({ ...outbox, lateAfterMs: 15 * minute, onLate });
    outbox.teams.answer(expired);
    await outbox.post();
    for (let passed = 0; passed < 40; passed += 1) {
      await watch.check();
      await outbox.tryFor(minute, minute);
    }
    assert.deepEqual(said, ['16: 1', '26: 1', '36: 1']);
    assert.equal(watch.late()?.waiting, 1);
    outbox.teams.answer({ kind: 'sent' });
    await outbox.tryFor(10 * minute, minute);
    await watch.check();
    assert.equal(watch.late(), undefined);
  });

  it('an operator’s wish is followed at once, although the bot waits', async () => {
    outbox.teams.answer(expired);
    await outbox.post();
    await outbox.tryFor(20 * minute, minute);
    outbox.teams.answer({ kind: 'sent' });
    const document = { pk: contoso, id: 'alert:C-0000-0001:000005' };
    const at = outbox.now().toISOString();
    assert.equal(await changeAlert(outbox.store, document, (alert) => sentAgain(alert, at)), true);
    await outbox.dispatcher.sendDue();
    assert.deepEqual(await outbox.results(), ['sent']);
    assert.equal((await outbox.alert()).sendNow, undefined);
  });

  it('what an operator has settled is sent to nobody', async () => {
    outbox.teams.answer({ kind: 'unreachable' });
    await outbox.post();
    await outbox.dispatcher.sendDue();
    assert.equal((await backlog()).untold, 1);
    const document = { pk: contoso, id: 'alert:C-0000-0001:000005' };
    const settled = { by: 'Kim', why: 'told by phone', at: outbox.now().toISOString() };
    await changeAlert(outbox.store, document, (alert) => settledByHand(alert, settled));
    outbox.teams.take();
    await outbox.tryFor(minute);
    assert.deepEqual([outbox.teams.take(), (await backlog()).untold], [[], 0]);
    assert.equal(await changeAlert(outbox.store, document, (alert) => sentAgain(alert, settled.at)), false);
  });
});
