import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import { system } from '../../../../services/domain/actor.ts';
import { claimStatuses } from '../../../../services/domain/claim.ts';
import { decide } from '../../../../services/domain/rules/decide.ts';
import { targetOf } from '../../../../services/domain/rules/moves.ts';
import { nextTimerAt, reminderTime, timersOf, timerToRun } from '../../../../services/domain/rules/timers.ts';
import { aClaim } from '../../../support/aClaim.ts';
import { aReviewer } from '../../../support/aPerson.ts';

const calendar = createCalendar();
/** 24:00 on Tuesday, 1 December 2026, in Los Angeles: reminders on Monday and Tuesday. */
const answerBy = '2026-12-02T08:00:00.000Z';
const asked = aClaim({ status: 'PartnerActionRequired', answerBy });
/** Nine o'clock on the first island of the day. */
const [monday, tuesday] = ['2026-11-29T19:00:00.000Z', '2026-11-30T19:00:00.000Z'];

describe('When a claim’s timers are set (R73, R76, R79)', () => {
  it('reminds on the last two business days and ends at the deadline', () => {
    assert.deepEqual(
      timersOf(asked, calendar).map(({ name, at }) => [name, at]),
      [
        ['remind', monday],
        ['remind', tuesday],
        ['expire', answerBy],
      ],
    );
  });

  it('sets none whose command the table of moves refuses there', () => {
    for (const status of claimStatuses) {
      if (status === 'Editing') continue;
      for (const { name } of timersOf(aClaim({ status }), calendar))
        assert(targetOf(status, name), `${name} in ${status}`);
    }
  });

  it('reminds of the end of the time to dispute, which nothing follows', () => {
    const rejected = aClaim({ status: 'Rejected', disputeUntil: '2026-12-28T08:00:00.000Z' });
    const timers = timersOf(rejected, calendar);
    // The last day is a Sunday, and Christmas a Friday: Wednesday and Thursday.
    assert.deepEqual(
      timers.map((timer) => [timer.name, 'day' in timer && timer.day]),
      [
        ['remind', '2026-12-23'],
        ['remind', '2026-12-24'],
      ],
    );
  });

  it('has none for deadlines of reviewers, nor for approved claims (D10)', () => {
    for (const status of ['Submitted', 'UnderReview', 'Approved'] as const)
      assert.deepEqual(timersOf(aClaim({ status }), calendar), []);
  });

  it('finds the next one strictly after an instant; one at that very instant is due already', () => {
    assert.equal(nextTimerAt(asked, '2026-11-23T18:00:00.000Z', calendar), monday);
    assert.equal(nextTimerAt(asked, monday, calendar), tuesday);
    assert.equal(nextTimerAt(asked, tuesday, calendar), answerBy);
    assert.equal(nextTimerAt(asked, answerBy, calendar), undefined);
  });

  it('runs as of its own instant, an end before any missed reminder', () => {
    const waiting = { ...asked, dueAt: monday };
    const due = (now: string) => timerToRun(waiting, now, calendar);
    assert.equal(due('2026-11-29T18:59:59.999Z'), undefined);
    assert.deepEqual([due(monday)?.name, due(monday)?.at], ['remind', monday]);
    assert.equal(due('2026-12-02T07:59:59.999Z')?.at, monday, 'one reminder after the other');
    assert.deepEqual([due(answerBy)?.name, due(answerBy)?.at], ['expire', answerBy]);
  });
});

describe('When a timer is late, and the claim has gone on meanwhile (R73)', () => {
  const expire = (due: string) =>
    decide(
      { claim: asked, slots: [], competing: [] },
      { name: 'expire', due },
      { actor: system, at: due, calendar },
    );

  it('ends only the request that it was set for', () => {
    assert.equal(expire(answerBy).ok, true);
    for (const due of ['2026-11-20T08:00:00.000Z', '2026-12-03T08:00:00.000Z'])
      assert.deepEqual(expire(due), { ok: false, refusal: { code: 'changedMeanwhile' } }, due);
  });
});

describe('When a reminder waits for its reader’s morning (R79)', () => {
  const [first, last] = timersOf(asked, calendar);
  assert(first?.name === 'remind' && last?.name === 'remind');
  const zones: readonly [zone: string | undefined, monday: string, tuesday: string][] = [
    [undefined, '2026-11-30T17:00:00.000Z', '2026-12-01T17:00:00.000Z'],
    ['Europe/Madrid', '2026-11-30T08:00:00.000Z', '2026-12-01T08:00:00.000Z'],
    ['Pacific/Kiritimati', monday, tuesday],
    ['Pacific/Pago_Pago', '2026-11-30T20:00:00.000Z', '2026-12-01T20:00:00.000Z'],
  ];
  for (const [zone, one, other] of zones) {
    it(`is at nine ${zone ? `in ${zone}` : 'in the centre, where the zone is not known'}, until the next one or the deadline`, () => {
      assert.deepEqual(reminderTime(first, calendar, zone), { from: one, until: other });
      assert.deepEqual(reminderTime(last, calendar, zone), { from: other, until: answerBy });
    });
  }

  it('is never made after a reader’s morning, wherever that is', () => {
    for (const zone of Intl.supportedValuesOf('timeZone'))
      assert(reminderTime(first, calendar, zone).from >= first.at, zone);
  });
});

describe('When the calendar’s settings have changed (R78)', () => {
  const dubai = createCalendar({ country: 'AE', timeZone: 'Asia/Dubai', weekend: [5, 6] });
  const at = '2026-11-24T18:00:00.000Z';
  const deadlines = ['beginBy', 'decideBy', 'answerBy', 'disputeUntil'];
  const stated = (claim: object) => Object.entries(claim).filter(([field]) => deadlines.includes(field));

  for (const status of ['Submitted', 'UnderReview', 'PartnerActionRequired', 'Rejected'] as const) {
    it(`moves no deadline that is stored: ${status}`, () => {
      const claim = aClaim({ status });
      const said = decide(
        { claim, slots: [], competing: [], own: [] },
        { name: 'comment', text: 'Hello' },
        { actor: aReviewer(), at, calendar: dubai },
      );
      assert(said.ok);
      assert.equal(stated(claim).length, 1);
      assert.deepEqual(stated(said.value.claim), stated(claim));
    });
  }

  it('ends the partner’s time when it was said to end', () => {
    assert.equal(timersOf(asked, dubai).find(({ name }) => name === 'expire')?.at, answerBy);
    assert.equal(timerToRun({ ...asked, dueAt: monday }, answerBy, dubai)?.name, 'expire');
  });

  it('gives the next stage its time by the new settings', () => {
    const begun = decide(
      { claim: aClaim({ status: 'Submitted' }), slots: [], competing: [], own: [] },
      { name: 'startReview' },
      { actor: aReviewer(), at: '2026-11-03T18:00:00.000Z', calendar: dubai },
    );
    assert(begun.ok && begun.value.claim.status === 'UnderReview');
    // Tuesday evening in Dubai; Friday and Saturday are off there: the fifth day is Tuesday.
    assert.equal(begun.value.claim.decideBy, '2026-11-10T20:00:00.000Z');
  });
});
