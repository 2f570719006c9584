import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import { clockOf } from '../../../../services/domain/rules/claimClock.ts';
import { aClaim } from '../../../support/aClaim.ts';

const calendar = createCalendar();
const at = (claim: Parameters<typeof clockOf>[0], now: string) => clockOf(claim, now, calendar);

describe('When somebody looks at a claim’s clock (R71–R73, R78)', () => {
  // Friday 27 November, the day after Thanksgiving; 24:00 in Los Angeles.
  const waiting = aClaim({ status: 'PartnerActionRequired', answerBy: '2026-11-28T08:00:00.000Z' });
  const days: readonly (readonly [now: string, left: number, what: string])[] = [
    ['2026-11-23T18:00:00.000Z', 3, 'on Monday: Tuesday, Wednesday and Friday'],
    ['2026-11-25T18:00:00.000Z', 1, 'on Wednesday: Thursday is a holiday'],
    ['2026-11-26T18:00:00.000Z', 1, 'on the holiday itself'],
    ['2026-11-27T07:59:59.999Z', 1, 'at the holiday’s last moment in Los Angeles'],
    ['2026-11-27T08:00:00.000Z', 0, 'as the last day begins there'],
    ['2026-11-28T07:59:59.999Z', 0, 'at its last moment'],
  ];
  for (const [now, daysLeft, what] of days) {
    it(`counts ${daysLeft} business days left ${what}`, () =>
      assert.deepEqual(at(waiting, now), {
        kind: 'answer',
        at: waiting.answerBy,
        daysLeft,
        asOf: now,
        overdue: false,
      }));
  }

  it('has passed at 24:00, not a moment earlier', () => {
    assert.equal(at(waiting, '2026-11-28T07:59:59.999Z')?.overdue, false);
    assert.deepEqual(at(waiting, '2026-11-28T08:00:00.000Z'), {
      kind: 'answer',
      at: waiting.answerBy,
      daysLeft: 0,
      asOf: '2026-11-28T08:00:00.000Z',
      overdue: true,
    });
  });

  it('counts calendar days for what is said about a rejection (R76)', () => {
    const rejected = aClaim({ status: 'Rejected', disputeUntil: '2026-12-21T08:00:00.000Z' });
    // Over two weekends.
    assert.equal(at(rejected, '2026-12-11T18:00:00.000Z')?.daysLeft, 9);
    assert.equal(at(rejected, '2026-12-20T18:00:00.000Z')?.daysLeft, 0);
  });

  it('counts calendar days of the customer’s window, once there is one (R75, D1)', () => {
    const window = aClaim({ status: 'Approved', declineUntil: '2026-12-01T08:00:00.000Z' });
    // Tuesday 24 to Monday 30 November, over Thanksgiving.
    const clock = at(window, '2026-11-24T18:00:00.000Z');
    assert.deepEqual([clock?.kind, clock?.daysLeft, clock?.overdue], ['decline', 6, false]);
    assert.equal(at(window, '2026-12-01T08:00:00.000Z')?.overdue, true);
  });

  it('runs for whoever has the turn, and not once the claim is approved', () => {
    const now = '2026-11-05T18:00:00.000Z';
    assert.equal(at(aClaim({ status: 'Submitted' }), now)?.kind, 'begin');
    assert.equal(at(aClaim({ status: 'UnderReview' }), now)?.kind, 'decide');
    assert.equal(at(aClaim({ status: 'Approved' }), now), undefined);
  });
});
