import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import { clockAfter, clockFrom, dueStep } from '../../../../services/domain/rules/draftClock.ts';
import { aDraft } from '../../../support/aClaim.ts';

const calendar = createCalendar();
/** Noon of 2 November in Los Angeles: day 0, in winter time throughout. */
const changedAt = '2026-11-02T20:00:00.000Z';
const endOf = (day: number) => calendar.endOfCalendarDay(changedAt, day);
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
const draft = (clock: ReturnType<typeof clockFrom>) => aDraft({ updatedAt: changedAt, ...clock });
const fresh = draft(clockFrom(changedAt, calendar));
const reminded = draft(clockAfter('remind', fresh, { at: endOf(14), calendar }));
const noticed = draft(clockAfter('notice', fresh, { at: endOf(82), calendar }));

describe('When nobody changes a draft (D13, R78)', () => {
  it('is reminded of once fourteen days have ended, and not a moment sooner', () => {
    assert.equal(fresh.dueAt, '2026-11-17T08:00:00.000Z');
    assert.equal(dueStep(fresh, justBefore(endOf(14)), calendar), undefined);
    assert.equal(dueStep(fresh, endOf(14), calendar), 'remind');
  });

  it('has its notice on day 83, and its end when day 90 ends: seven days later', () => {
    assert.equal(dueStep(reminded, justBefore(endOf(82)), calendar), undefined);
    assert.equal(dueStep(reminded, endOf(82), calendar), 'notice');
    assert.deepEqual([noticed.due, noticed.dueAt], ['delete', endOf(90)]);
    assert.equal(dueStep(noticed, justBefore(endOf(90)), calendar), undefined);
    assert.equal(dueStep(noticed, endOf(90), calendar), 'delete');
  });

  it('skips a reminder that was slept through once the notice is due, and never skips the notice', () => {
    assert.equal(dueStep(fresh, justBefore(endOf(82)), calendar), 'remind');
    for (const day of [82, 90, 400]) {
      assert.equal(dueStep(fresh, endOf(day), calendar), 'notice');
      assert.equal(dueStep(reminded, endOf(day), calendar), 'notice');
    }
  });

  it('has seven days after a notice that came late', () => {
    const late = clockAfter('notice', fresh, { at: endOf(100), calendar });
    assert.deepEqual(late, { due: 'delete', dueAt: calendar.endOfCalendarDay(endOf(100), 7) });
    assert(Date.parse(late.dueAt) - Date.parse(endOf(100)) >= 7 * 86_400_000);
  });

  it('has no duty without a clock', () => {
    assert.equal(dueStep(aDraft({ updatedAt: changedAt }), endOf(400), calendar), undefined);
  });
});
