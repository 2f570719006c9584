// Above 200 lines: every date here was computed by hand, and stands in one place.

import assert from 'node:assert/strict';
import { createCalendar } from '../../../services/calendar/calendar.ts';

const calendar = createCalendar({ country: 'US', timeZone: 'America/Los_Angeles', weekend: [6, 7] });

describe('When a deadline in business days is set (R78)', () => {
  // Winter: midnight in Los Angeles is 08:00 UTC; summer: 07:00 UTC.
  const cases: [what: string, from: string, businessDays: number, deadline: string][] = [
    ['skips the weekend', '2026-03-12T18:00:00Z', 5, '2026-03-20T07:00:00.000Z'],
    [
      'counts from Monday when the event is on Saturday',
      '2026-08-08T19:00:00Z',
      1,
      '2026-08-11T07:00:00.000Z',
    ],
    ['skips Thanksgiving but not the Friday after', '2026-11-23T18:00:00Z', 5, '2026-12-02T08:00:00.000Z'],
    ['skips Thanksgiving right after the event', '2026-11-25T18:00:00Z', 1, '2026-11-28T08:00:00.000Z'],
    // 24 Dec (Friday) and 31 Dec (Friday) 2027 stand in for the Saturdays after them.
    ['skips substitute days at the end of a year', '2027-12-22T18:00:00Z', 6, '2028-01-04T08:00:00.000Z'],
    ['skips the substitute for New Year', '2027-12-30T18:00:00Z', 1, '2028-01-04T08:00:00.000Z'],
    ['keeps midnight over the switch to summer time', '2026-03-06T18:00:00Z', 1, '2026-03-10T07:00:00.000Z'],
    ['keeps midnight over the switch to winter time', '2026-10-30T18:00:00Z', 1, '2026-11-03T08:00:00.000Z'],
  ];
  for (const [what, from, businessDays, deadline] of cases) {
    it(what, () => assert.equal(calendar.endOfBusinessDay(from, businessDays), deadline));
  }

  it('takes the day of the event in the zone of the centre', () => {
    // 23:59 on Monday and 00:00 on Tuesday in Los Angeles.
    assert.equal(calendar.endOfBusinessDay('2026-08-11T06:59:59.999Z', 1), '2026-08-12T07:00:00.000Z');
    assert.equal(calendar.endOfBusinessDay('2026-08-11T07:00:00.000Z', 1), '2026-08-13T07:00:00.000Z');
  });

  it('counts two months of reviewing day by day', () => {
    // 1 Sep to 30 Oct 2026: 44 weekdays, without Labor Day (7 Sep) and Columbus Day (12 Oct).
    assert.equal(calendar.endOfBusinessDay('2026-08-31T18:00:00Z', 42), '2026-10-31T07:00:00.000Z');
  });
});

describe('When a deadline in calendar days is set (R78)', () => {
  it('ends at 24:00 of the last day, weekend and holiday or not', () => {
    assert.equal(calendar.endOfCalendarDay('2026-11-19T18:00:00Z', 7), '2026-11-27T08:00:00.000Z');
  });
  it('keeps midnight over both daylight-saving switches', () => {
    assert.equal(calendar.endOfCalendarDay('2026-03-07T18:00:00Z', 1), '2026-03-09T07:00:00.000Z');
    assert.equal(calendar.endOfCalendarDay('2026-10-31T18:00:00Z', 1), '2026-11-02T08:00:00.000Z');
    assert.equal(calendar.endOfCalendarDay('2026-10-20T18:00:00Z', 30), '2026-11-20T08:00:00.000Z');
  });
});

describe('When the calendar is asked for one day', () => {
  it('knows weekends, holidays and their substitutes', () => {
    const off = ['2026-07-04', '2026-07-03', '2026-11-26', '2026-10-12', '2027-12-31', '2026-08-09'];
    const open = ['2026-07-02', '2026-11-27', '2026-12-24', '2026-12-31', '2026-02-12'];
    assert.deepEqual(off.filter(calendar.isBusinessDay), []);
    assert.deepEqual(open.filter(calendar.isBusinessDay), open);
  });
  it('takes the substitutes of Veterans Day for federal holidays (opm.gov), which a bank’s list calls its own', () => {
    const off = ['2028-11-10', '2029-11-12', '2034-11-10'];
    assert.deepEqual(off.filter(calendar.isBusinessDay), []);
    assert(calendar.isBusinessDay('2027-11-12'));
  });
});

describe('When business days are counted (R78, D3)', () => {
  const cases: [what: string, from: string, to: string, days: number][] = [
    ['nothing within one day', '2026-11-23T08:00:00Z', '2026-11-24T07:59:59.999Z', 0],
    ['one from day to day, whatever the hour', '2026-11-24T07:59:00Z', '2026-11-24T08:01:00Z', 1],
    ['no weekend', '2026-11-20T18:00:00Z', '2026-11-22T18:00:00Z', 0],
    ['the week of Thanksgiving', '2026-11-23T18:00:00Z', '2026-11-30T18:00:00Z', 4],
    ['the turn of the year', '2026-12-24T18:00:00Z', '2027-01-04T18:00:00Z', 5],
    ['a leap day', '2028-02-28T18:00:00Z', '2028-03-01T18:00:00Z', 2],
    ['over the switch to summer time', '2026-03-06T18:00:00Z', '2026-03-09T18:00:00Z', 1],
    ['nothing backwards', '2026-11-30T18:00:00Z', '2026-11-23T18:00:00Z', 0],
  ];
  for (const [what, from, to, days] of cases) {
    it(`counts ${what}`, () => assert.equal(calendar.businessDaysBetween(from, to), days));
  }
});

describe('When calendar days are counted (R76, R78)', () => {
  const cases: [what: string, from: string, to: string, days: number][] = [
    ['nothing within one day', '2026-11-23T08:00:00Z', '2026-11-24T07:59:59.999Z', 0],
    ['weekends, holidays and the turn of the year', '2026-12-24T18:00:00Z', '2027-01-04T18:00:00Z', 11],
    ['days of 23 and of 25 hours as one', '2026-03-07T18:00:00Z', '2026-11-02T18:00:00Z', 240],
    ['a leap day', '2028-02-28T18:00:00Z', '2028-03-01T18:00:00Z', 2],
    ['nothing backwards', '2026-11-30T18:00:00Z', '2026-11-23T18:00:00Z', 0],
  ];
  for (const [what, from, to, days] of cases) {
    it(`counts ${what}`, () => assert.equal(calendar.daysBetween(from, to), days));
  }
});

describe('When somebody is reminded of a deadline (R79)', () => {
  it('is on its last two business days, its own day among them where it is one', () => {
    // Ends of Tuesday 1 December, Sunday 22 November, and Thanksgiving.
    assert.deepEqual(calendar.lastBusinessDays('2026-12-02T08:00:00.000Z', 2), ['2026-11-30', '2026-12-01']);
    assert.deepEqual(calendar.lastBusinessDays('2026-11-23T08:00:00.000Z', 2), ['2026-11-19', '2026-11-20']);
    assert.deepEqual(calendar.lastBusinessDays('2026-11-27T08:00:00.000Z', 2), ['2026-11-24', '2026-11-25']);
    // Monday 4 January 2027, over New Year.
    assert.deepEqual(calendar.lastBusinessDays('2027-01-05T08:00:00.000Z', 2), ['2026-12-31', '2027-01-04']);
  });

  it('is at nine in the morning, of the centre or of the reader', () => {
    assert.equal(calendar.morningOf('2026-11-30'), '2026-11-30T17:00:00.000Z');
    assert.equal(calendar.morningOf('2026-07-01'), '2026-07-01T16:00:00.000Z');
    assert.equal(calendar.morningOf('2026-11-30', 'Europe/Stockholm'), '2026-11-30T08:00:00.000Z');
    assert.equal(calendar.morningOf('2026-11-30', 'Asia/Kolkata'), '2026-11-30T03:30:00.000Z');
  });

  it('keeps nine in the morning on the days of both switches', () => {
    assert.equal(calendar.morningOf('2026-03-08'), '2026-03-08T16:00:00.000Z');
    assert.equal(calendar.morningOf('2026-11-01'), '2026-11-01T17:00:00.000Z');
  });
});

describe('When the next morning of work is looked for (R79)', () => {
  const cases: [what: string, after: string, morning: string][] = [
    ['is today’s before nine', '2026-11-23T16:59:59Z', '2026-11-23T17:00:00.000Z'],
    ['is tomorrow’s at nine sharp', '2026-11-23T17:00:00Z', '2026-11-24T17:00:00.000Z'],
    ['is after Thanksgiving', '2026-11-25T17:00:01Z', '2026-11-27T17:00:00.000Z'],
    ['is Monday’s on Friday at noon', '2026-11-20T20:00:00Z', '2026-11-23T17:00:00.000Z'],
    ['is after New Year', '2026-12-31T20:00:00Z', '2027-01-04T17:00:00.000Z'],
    ['is in summer time after the switch', '2026-03-06T20:00:00Z', '2026-03-09T16:00:00.000Z'],
    ['is the leap day’s', '2028-02-28T20:00:00Z', '2028-02-29T17:00:00.000Z'],
  ];
  for (const [what, after, morning] of cases) {
    it(what, () => assert.equal(calendar.nextMorning(after), morning));
  }
});

describe('When the same time on a later day is looked for (R78)', () => {
  for (const [what, from, days, later] of [
    ['keeps the hour into summer time', '2027-03-08T17:00:00.000Z', 7, '2027-03-15T16:00:00.000Z'],
    ['keeps the hour into winter time', '2027-11-01T16:00:00.000Z', 7, '2027-11-08T17:00:00.000Z'],
    ['is exact to the millisecond', '2026-11-23T18:00:00.123Z', 1, '2026-11-24T18:00:00.123Z'],
    // 02:30 on 14 March 2027 does not exist.
    ['takes 03:30 for 02:30 that is left out', '2027-03-13T10:30:00.000Z', 1, '2027-03-14T10:30:00.000Z'],
  ] as const)
    it(what, () => assert.equal(calendar.sameTimeLater(from, days), later));
});

describe('When somebody is told on a day of the centre, at nine of their own morning', () => {
  // The 17th begins in Los Angeles at 08:00 UTC and ends a day later; summer time begins on 14 March 2027.
  const cases: readonly (readonly [zone: string | undefined, at: string, morning: string])[] = [
    [undefined, '2026-11-17T08:00:00.000Z', '2026-11-17T17:00:00.000Z'],
    [undefined, '2026-11-18T07:59:59.999Z', '2026-11-17T17:00:00.000Z'],
    ['America/New_York', '2026-11-17T08:00:00.000Z', '2026-11-17T14:00:00.000Z'],
    ['Europe/Madrid', '2026-11-17T08:00:00.000Z', '2026-11-17T08:00:00.000Z'],
    ['Europe/Athens', '2026-11-17T08:00:00.000Z', '2026-11-18T07:00:00.000Z'],
    ['Asia/Tokyo', '2026-11-17T08:00:00.000Z', '2026-11-18T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-17T08:00:00.000Z', '2026-11-17T19:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-17T08:00:00.000Z', '2026-11-17T20:00:00.000Z'],
    [undefined, '2027-03-14T08:00:00.000Z', '2027-03-14T16:00:00.000Z'],
    // That day has 23 hours, and it is never nine in Athens: the morning just before it, not the one after.
    ['Europe/Athens', '2027-03-14T08:00:00.000Z', '2027-03-14T07:00:00.000Z'],
    ['Atlantic/Azores', '2027-03-14T12:00:00.000Z', '2027-03-14T10:00:00.000Z'],
  ];
  for (const [zone, at, morning] of cases) {
    it(`${zone ?? 'the centre’s own zone'} at ${at}`, () =>
      assert.equal(calendar.morningWithinDay(at, zone), morning));
  }
});

describe('When the review centre is somewhere else', () => {
  it('follows its country, zone and weekend', () => {
    const dubai = createCalendar({ country: 'AE', timeZone: 'Asia/Dubai', weekend: [5, 6] });
    assert.equal(dubai.isBusinessDay('2026-08-09'), true);
    assert.equal(dubai.endOfBusinessDay('2026-08-06T08:00:00Z', 1), '2026-08-09T20:00:00.000Z');
  });
  it('is closed on every full day of a long holiday and open on a half day', () => {
    const istanbul = createCalendar({ country: 'TR', timeZone: 'Europe/Istanbul', weekend: [7] });
    const week = ['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'];
    assert.deepEqual(week.filter(istanbul.isBusinessDay), ['2026-05-26']);
  });
  it('works on the afternoon holiday that a country has by law, and on what only its banks keep', () => {
    const reykjavik = createCalendar({ country: 'IS', timeZone: 'Atlantic/Reykjavik', weekend: [6, 7] });
    // Christmas Eve from 13:00 on, and Christmas Day.
    assert.deepEqual(['2026-12-24', '2026-12-25'].map(reykjavik.isBusinessDay), [true, false]);
    const buenosAires = createCalendar({
      country: 'AR',
      timeZone: 'America/Argentina/Buenos_Aires',
      weekend: [6, 7],
    });
    // Maundy Thursday is the banks’, Good Friday is everybody’s.
    assert.deepEqual(['2027-03-25', '2027-03-26'].map(buenosAires.isBusinessDay), [true, false]);
  });
  it('closes on a holiday that has 23 hours', () => {
    // Sinai Liberation Day of 2025 was the day of Egypt’s switch to summer time.
    const cairo = createCalendar({ country: 'EG', timeZone: 'Africa/Cairo', weekend: [6, 7] });
    assert.equal(cairo.isBusinessDay('2025-04-25'), false);
  });
  it('finds the first moment of a day that has no midnight', () => {
    // Cairo's clocks go from 24:00 on 23 April 2026 to 01:00 on the 24th.
    const cairo = createCalendar({ country: 'EG', timeZone: 'Africa/Cairo', weekend: [5, 6] });
    assert.equal(cairo.endOfCalendarDay('2026-04-22T10:00:00Z', 1), '2026-04-23T22:00:00.000Z');
  });
});

describe('When the settings cannot work', () => {
  it('refuses an unknown country, an unknown zone and a week without work', () => {
    assert.throws(() => createCalendar({ country: 'XX', timeZone: 'UTC', weekend: [6, 7] }), /country: XX/);
    assert.throws(
      () => createCalendar({ country: 'US', timeZone: 'Mars/Olympus', weekend: [6, 7] }),
      RangeError,
    );
    assert.throws(
      () => createCalendar({ country: 'US', timeZone: 'UTC', weekend: [1, 2, 3, 4, 5, 6, 7] }),
      RangeError,
    );
  });
  it('refuses a number of days that is none', () => {
    assert.throws(() => calendar.endOfBusinessDay('2026-08-10T18:00:00Z', 0), RangeError);
    assert.throws(() => calendar.endOfCalendarDay('2026-08-10T18:00:00Z', 1.5), RangeError);
  });
});
