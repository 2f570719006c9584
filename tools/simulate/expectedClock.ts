import type { HandCalendar } from './handCalendar.ts';

/** What happens to a claim that its clocks depend on. */
export type SimulatedEvent =
  | 'submit'
  | 'startReview'
  | 'requestInformation'
  | 'resubmit'
  | 'approve'
  | 'reject'
  | 'expire'
  | 'comment';

/** The status a claim must be in, and the deadline of the side whose turn it is. */
export interface Standing {
  readonly status: 'Submitted' | 'UnderReview' | 'PartnerActionRequired' | 'Approved' | 'Rejected';
  readonly deadline?: number;
}

/** A time whose end the partner must be warned of (R73 or R76). */
export interface WarnedTime {
  readonly deadline: number;
  /** When somebody ended it early. */
  ended?: number;
}

/** The clocks of one claim, counted day by day from what has happened to it (R71 to R76, D3). */
export function createExpectedClock(calendar: HandCalendar) {
  /** Business days on which the reviewers had this submission. */
  let spent = 0;
  let turnSince = 0;
  let standing: Standing = { status: 'Submitted' };
  const warnedTimes: WarnedTime[] = [];

  /** Goes from day to day until five are over, or all ten of the submission. */
  function stageFrom(at: number): number {
    let day = calendar.dayOf(at);
    let stage = 0;
    let submission = spent + calendar.openDays(calendar.dayOf(turnSince), day);
    do {
      day = calendar.nextOpen(day);
      stage += 1;
      submission += 1;
    } while (stage < 5 && submission < 10);
    return calendar.endOf(day);
  }

  function fiveDaysFrom(at: number): number {
    let day = calendar.dayOf(at);
    for (let days = 0; days < 5; days += 1) day = calendar.nextOpen(day);
    return calendar.endOf(day);
  }

  function warned(status: 'PartnerActionRequired' | 'Rejected', deadline: number): Standing {
    warnedTimes.push({ deadline });
    return { status, deadline };
  }

  function after(what: Exclude<SimulatedEvent, 'comment'>, at: number): Standing {
    switch (what) {
      case 'submit':
      case 'resubmit':
        turnSince = at;
        return { status: 'Submitted', deadline: stageFrom(at) };
      case 'startReview':
        return { status: 'UnderReview', deadline: stageFrom(at) };
      case 'requestInformation':
        spent += calendar.openDays(calendar.dayOf(turnSince), calendar.dayOf(at));
        return warned('PartnerActionRequired', fiveDaysFrom(at));
      case 'approve':
        return { status: 'Approved' };
      case 'reject':
      case 'expire':
        return warned('Rejected', calendar.endOf(calendar.dayOf(at) + 30));
    }
  }

  return {
    happens(what: SimulatedEvent, at: number): void {
      const current = warnedTimes.at(-1);
      if (what === 'resubmit' && current) current.ended = at;
      if (what !== 'comment') standing = after(what, at);
    },
    standing: (): Standing => standing,
    warnedTimes: (): readonly WarnedTime[] => warnedTimes,
  };
}
