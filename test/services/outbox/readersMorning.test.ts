import assert from 'node:assert/strict';
import type { Recipient } from '../../../services/domain/alert.ts';
import { type AlertOutbox, alertOutbox, toPerson } from '../../support/alertOutbox.ts';
import { fromDemo } from '../../support/aPerson.ts';

const later = { kind: 'later' } as const;
const sent = { kind: 'sent' } as const;
const unreachable = { kind: 'unreachable' } as const;
const hour = 3_600_000;

// The outbox's clock stands at 18:00 UTC on Monday, 23 November 2026: 10:00 in Los Angeles.
const inMadrid = '2026-11-24T08:00:00.000Z';
const inLosAngeles = '2026-11-24T17:00:00.000Z';
const dayAfter = '2026-11-25T17:00:00.000Z';
const ana = fromDemo('Ana Ruiz').personId;
const ivan = fromDemo('Ivan Petrov').personId;

describe('When people are reminded on their own mornings (R79)', () => {
  let outbox: AlertOutbox;
  beforeEach(async () => {
    outbox = await alertOutbox();
  });
  afterEach(() => outbox.close());

  /** A reminder as it is written: long before anybody's morning. */
  const remind = (recipients: readonly Recipient[], version = 5) =>
    outbox.post({
      event: 'deadlineNear',
      version,
      recipients,
      nextAttemptAt: recipients.map(({ from = '' }) => from).sort()[0] ?? '',
    });
  const at = (from: string, until = dayAfter) => ({ from, until });
  async function goTo(instant: string): Promise<string[]> {
    outbox.tick(Date.parse(instant) - outbox.now().getTime());
    await outbox.dispatcher.sendDue();
    return outbox.teams.take();
  }

  it('is not sent a moment before', async () => {
    await remind([toPerson(ana, at(inLosAngeles))]);
    assert.deepEqual(await goTo('2026-11-24T16:59:59.999Z'), []);
    assert.deepEqual(await goTo(inLosAngeles), [`deadlineNear v5 → ${ana}`]);
    assert.deepEqual(await goTo(dayAfter), []);
  });

  it('reaches each of two readers on their own morning, once', async () => {
    await remind([toPerson(ana, at(inLosAngeles)), toPerson('ben', at(inMadrid))]);
    assert.deepEqual(await goTo('2026-11-24T07:59:59.999Z'), []);
    assert.deepEqual(await goTo(inMadrid), ['deadlineNear v5 → ben']);
    assert.deepEqual(await outbox.results(), ['waiting', 'sent']);
    assert.equal((await outbox.alert()).nextAttemptAt, inLosAngeles);
    assert.deepEqual(await goTo(inLosAngeles), [`deadlineNear v5 → ${ana}`]);
    assert.equal((await outbox.alert()).nextAttemptAt, undefined);
  });

  it('does not hold back a later alert of the same claim until then', async () => {
    await remind([toPerson(ana, at(inLosAngeles)), toPerson('ben', at(inMadrid))]);
    await outbox.post({ event: 'reviewerComment', version: 6, recipients: [toPerson(ana), toPerson('ben')] });
    await outbox.dispatcher.sendDue();
    assert.deepEqual(outbox.teams.take(), [`reviewerComment v6 → ${ana}`, 'reviewerComment v6 → ben']);
    assert.deepEqual(await goTo(inMadrid), ['deadlineNear v5 → ben']);
  });

  it('goes before a later alert once its time has come', async () => {
    await remind([toPerson(ana, at(inLosAngeles))]);
    outbox.teams.answer(later);
    assert.deepEqual(await goTo(inLosAngeles), [`deadlineNear v5 → ${ana}`]);
    await outbox.post({ version: 6, recipients: [toPerson(ana)] });
    outbox.teams.answer(sent);
    await outbox.tryFor(5000);
    assert.deepEqual(outbox.teams.take(), [`deadlineNear v5 → ${ana}`, `approved v6 → ${ana}`]);
  });

  it('is late after a pause that ends on the same day', async () => {
    await remind([toPerson(ana, at(inLosAngeles))]);
    assert.deepEqual(await goTo('2026-11-25T16:59:59.999Z'), [`deadlineNear v5 → ${ana}`]);
  });

  it('is over once the next one begins: after a pause only the newest is sent', async () => {
    await remind([toPerson(ana, at(inLosAngeles))]);
    await remind([toPerson(ana, at(dayAfter, '2026-11-26T08:00:00.000Z'))], 6);
    assert.deepEqual(await goTo(dayAfter), [`deadlineNear v6 → ${ana}`]);
    assert.deepEqual([await outbox.results(5), await outbox.results(6)], [['expired'], ['sent']]);
    assert.equal((await outbox.alert(5)).nextAttemptAt, undefined);
  });

  it('is over at the deadline, and nobody else is told instead', async () => {
    await remind([toPerson(ana, at(inLosAngeles))]);
    assert.deepEqual(await goTo('2026-11-27T18:00:00.000Z'), []);
    assert.deepEqual(await outbox.results(), ['expired']);
  });

  it('is not tried any more from then on', async () => {
    await remind([toPerson(ana, at(inLosAngeles, '2026-11-24T17:01:00.000Z'))]);
    outbox.teams.answer(later);
    await goTo(inLosAngeles);
    assert((await outbox.tryFor(59_000)) > 0);
    assert.equal(await outbox.tryFor(10 * 60_000), 0);
    assert.deepEqual(await outbox.results(), ['expired']);
  });

  it('waits for a reader whose morning is still to come, however often another was tried in vain', async () => {
    await remind([toPerson('ben', at(inMadrid)), toPerson(ana, at(inLosAngeles))]);
    outbox.teams.answer(later);
    await goTo(inMadrid);
    await outbox.tryFor(4 * hour, 10_000);
    assert.deepEqual(await outbox.results(), ['givenUp', 'waiting']);
    outbox.teams.take();
    assert.deepEqual(await goTo(inLosAngeles), [`deadlineNear v5 → ${ana}`]);
    outbox.teams.answer(sent);
    await outbox.tryFor(5000);
    assert.deepEqual(await outbox.results(), ['givenUp', 'sent']);
  });

  describe('and nobody on the claim can be reached (R99)', () => {
    const toNobody = () =>
      outbox.teams.answer((_alert, { to }) =>
        to.kind === 'person' && to.personId === ivan ? sent : unreachable,
      );

    it('tells the company’s other Incentives admins, on that morning', async () => {
      toNobody();
      await remind([toPerson(ana, at(inLosAngeles))]);
      assert.deepEqual(await goTo('2026-11-24T16:00:00.000Z'), []);
      assert.deepEqual(await goTo(inLosAngeles), [`deadlineNear v5 → ${ana}`, `deadlineNear v5 → ${ivan}`]);
    });

    it('tells them only when everybody’s morning has come', async () => {
      toNobody();
      await remind([toPerson('ben', at(inMadrid)), toPerson(ana, at(inLosAngeles))]);
      assert.deepEqual(await goTo(inMadrid), ['deadlineNear v5 → ben']);
      assert.deepEqual(await goTo(inLosAngeles), [`deadlineNear v5 → ${ana}`, `deadlineNear v5 → ${ivan}`]);
    });

    it('stops trying them when the others would no longer have been alerted', async () => {
      outbox.teams.answer((_alert, { to }) =>
        to.kind === 'person' && to.personId === ivan ? later : unreachable,
      );
      await remind([toPerson(ana, at(inLosAngeles))]);
      await goTo(inLosAngeles);
      outbox.teams.answer(sent);
      assert.deepEqual(await goTo(dayAfter), []);
      assert.deepEqual(await outbox.results(), ['unreachable', 'expired']);
    });
  });
});
