import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import type { ReviewClock } from '../../../../services/domain/claim.ts';
import {
  answerDeadline,
  declineDeadline,
  disputeDeadline,
  resumeClock,
  stageDeadline,
  startClock,
  stopClock,
} from '../../../../services/domain/rules/deadlines.ts';
import { aDraft, someDetails } from '../../../support/aClaim.ts';
import { anAdmin, aReviewer } from '../../../support/aPerson.ts';
import { decisionOf } from '../../../support/deciding.ts';

const calendar = createCalendar();

/** 10:00 in Los Angeles on a day of that winter. */
const on = (day: string) => `${day}T18:00:00.000Z`;
/** 24:00 in Los Angeles: 08:00 UTC of the next day. */
const endOf = (day: string) => `${day}T08:00:00.000Z`;

describe('When reviewers have the turn (R71, R72, R74, D3)', () => {
  // Thanksgiving is Thursday, 26 November 2026: no business day.
  const submitted = startClock(on('2026-11-23'));

  it('gives five business days to begin', () => {
    assert.equal(stageDeadline(submitted, on('2026-11-23'), calendar), endOf('2026-12-02'));
  });

  it('gives five more to decide, but ten in all', () => {
    assert.equal(stageDeadline(submitted, on('2026-11-24'), calendar), endOf('2026-12-03'));
    // The tenth business day after 23 November is Tuesday, 8 December.
    assert.equal(stageDeadline(submitted, on('2026-12-01'), calendar), endOf('2026-12-09'));
    assert.equal(stageDeadline(submitted, on('2026-12-03'), calendar), endOf('2026-12-09'));
  });

  it('gives at least one business day to decide, however late the review began', () => {
    assert.equal(stageDeadline(submitted, on('2026-12-08'), calendar), endOf('2026-12-10'));
    // Begun on a Friday, after the budget was used up.
    assert.equal(stageDeadline(submitted, on('2026-12-11'), calendar), endOf('2026-12-15'));
  });

  describe('and gave it to the partner for a while', () => {
    // Used: Tuesday and Wednesday before Thanksgiving.
    const asked = stopClock(submitted, on('2026-11-25'), calendar);
    const back = resumeClock(asked, on('2026-11-30'));

    it('counts from the day after they got the turn to the day on which they gave it away', () => {
      assert.deepEqual(asked, { ...submitted, used: 2 });
      assert.equal(stopClock(submitted, on('2026-11-23'), calendar).used, 0);
      assert.equal(stopClock(submitted, on('2026-11-28'), calendar).used, 3);
    });

    it('continues with the days that are left, from the day on which they got the turn back', () => {
      assert.equal(stageDeadline(back, on('2026-11-30'), calendar), endOf('2026-12-08'));
      // Eight business days are left after 30 November: the last is Thursday, 10 December.
      assert.equal(stageDeadline(back, on('2026-12-07'), calendar), endOf('2026-12-11'));
    });

    it('adds up over any number of pauses', () => {
      const again = stopClock(back, on('2026-12-07'), calendar);
      assert.equal(again.used, 7);
      const third = resumeClock(again, on('2026-12-14'));
      assert.equal(stageDeadline(third, on('2026-12-14'), calendar), endOf('2026-12-18'));
    });

    it('leaves one business day when the budget is used up to its last day', () => {
      const allUsed: ReviewClock = { budget: 10, used: 10, since: on('2026-12-14') };
      assert.equal(stageDeadline(allUsed, on('2026-12-14'), calendar), endOf('2026-12-16'));
      const oneLeft: ReviewClock = { ...allUsed, used: 9 };
      assert.equal(stageDeadline(oneLeft, on('2026-12-14'), calendar), endOf('2026-12-16'));
      const twoLeft: ReviewClock = { ...allUsed, used: 8 };
      assert.equal(stageDeadline(twoLeft, on('2026-12-14'), calendar), endOf('2026-12-17'));
    });

    it('leaves one business day when nothing is left of the budget', () => {
      const nothingLeft: ReviewClock = { budget: 10, used: 12, since: on('2026-12-14') };
      assert.equal(stageDeadline(nothingLeft, on('2026-12-14'), calendar), endOf('2026-12-16'));
    });
  });
});

describe('When a claim goes back and forth (R71–R74, D3)', () => {
  const [ana, rita] = [anAdmin(), aReviewer()];
  const submit = { name: 'submit', details: someDetails() } as const;
  const ask = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
  const submitted = decisionOf(aDraft(), submit, { actor: ana, at: on('2026-11-23') }).claim;
  const begun = decisionOf(submitted, { name: 'startReview' }, { actor: rita, at: on('2026-11-24') }).claim;
  const asked = decisionOf(begun, ask, { actor: rita, at: on('2026-11-25') }).claim;
  const answer = { name: 'resubmit', answer: 'All of them.' } as const;
  const back = decisionOf(asked, answer, { actor: ana, at: on('2026-11-30') }).claim;
  const again = decisionOf(back, { name: 'startReview' }, { actor: rita, at: on('2026-12-07') }).claim;

  it('counts the reviewers’ days over all of it, and none of the partner’s', () => {
    assert.deepEqual(
      [submitted, begun, asked, back, again].map(({ deadline, clock: { used } }) => [deadline, used]),
      [
        [endOf('2026-12-02'), 0],
        [endOf('2026-12-03'), 0],
        // R73: five business days after Wednesday the 25th, over Thanksgiving.
        [endOf('2026-12-04'), 2],
        [endOf('2026-12-08'), 2],
        [endOf('2026-12-11'), 2],
      ],
    );
  });
});

describe('When somebody else has the turn', () => {
  it('gives the partner five business days to answer (R73)', () => {
    assert.equal(answerDeadline(on('2026-11-25'), calendar), endOf('2026-12-04'));
  });

  it('leaves thirty days to dispute, weekends and holidays counted (R76)', () => {
    assert.equal(disputeDeadline(on('2026-11-25'), calendar), endOf('2026-12-26'));
  });

  it('gives the customer seven days or five business days, whichever ends later (R75, D1)', () => {
    // An ordinary week: the seventh day is later.
    assert.equal(declineDeadline(on('2026-12-01'), calendar), endOf('2026-12-09'));
    // Christmas (25th) and New Year (1st) are Fridays: business days 28, 29, 30, 31 and 4 January.
    assert.equal(declineDeadline(on('2026-12-24'), calendar), endOf('2027-01-05'));
  });

  it('gives five business days to answer a dispute, paused while the partner is asked (R77, D4)', () => {
    const opened = startClock(on('2026-12-18'), 'dispute');
    assert.equal(stageDeadline(opened, on('2026-12-18'), calendar), endOf('2026-12-29'));
    // Asked on the third business day, answered in the new year: two are left.
    const asked = stopClock(opened, on('2026-12-23'), calendar);
    const back = resumeClock(asked, on('2027-01-04'));
    assert.equal(stageDeadline(back, on('2027-01-04'), calendar), endOf('2027-01-07'));
  });
});
