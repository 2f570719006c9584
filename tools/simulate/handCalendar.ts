/*
 * The calendar of the simulated year, written by hand: it uses nothing of services/calendar and none of its libraries,
 * because their results are checked against it. Days are numbered from 1 January 1970 in the centre's zone.
 */

const hour = 3_600_000;
const day = 24 * hour;

/** 2027 in Los Angeles, from its first instant up to the first one after it. */
export const simulatedYear = { from: Date.UTC(2027, 0, 1, 8), to: Date.UTC(2028, 0, 1, 8) } as const;

/** Federal holidays as observed (opm.gov, Federal Holidays), including those just after the year's end. */
export const observedHolidays: readonly string[] = [
  '2027-01-01', // New Year
  '2027-01-18', // Martin Luther King
  '2027-02-15', // Washington's Birthday
  '2027-05-31', // Memorial Day
  '2027-06-18', // Juneteenth is a Saturday
  '2027-07-05', // Independence Day is a Sunday
  '2027-09-06', // Labor Day
  '2027-10-11', // Columbus Day
  '2027-11-11', // Veterans Day
  '2027-11-25', // Thanksgiving
  '2027-12-24', // Christmas is a Saturday
  '2027-12-31', // New Year is a Saturday
  '2028-01-17', // Martin Luther King
  '2028-02-21', // Washington's Birthday
];

/** Summer time of 2027 in Los Angeles: 14 March to 7 November, 02:00. Then it is UTC−7, otherwise UTC−8. */
const summer = { from: Date.UTC(2027, 2, 14, 10), to: Date.UTC(2027, 10, 7, 9) };
const behindUtc = (at: number): number => (at >= summer.from && at < summer.to ? 7 * hour : 8 * hour);

/** Business days and mornings of the simulated year, in milliseconds since 1970. */
export function createHandCalendar(holidays: readonly string[] = observedHolidays) {
  const closed = new Set(holidays.map((date) => Date.parse(`${date}T00:00:00Z`) / day));
  const mornings = new Map<string, number>();

  const dayOf = (at: number): number => Math.floor((at - behindUtc(at)) / day);
  /** 1 January 1970 was a Thursday. */
  const isOpen = (number: number): boolean => ![2, 3].includes(number % 7) && !closed.has(number);

  /** 24:00 of a day. */
  function endOf(number: number): number {
    const midnight = (number + 1) * day;
    return midnight + behindUtc(midnight + 8 * hour);
  }

  function nextOpen(number: number): number {
    let next = number + 1;
    while (!isOpen(next)) next += 1;
    return next;
  }

  /** Open days after the first day, up to and including the last. */
  function openDays(after: number, last: number): number {
    let count = 0;
    for (let number = after + 1; number <= last; number += 1) if (isOpen(number)) count += 1;
    return count;
  }

  /** The last two open days of a deadline, the earlier one first. */
  function lastTwo(deadline: number): readonly [number, number] {
    let last = dayOf(deadline - 1);
    while (!isOpen(last)) last -= 1;
    let before = last - 1;
    while (!isOpen(before)) before -= 1;
    return [before, last];
  }

  /** 09:00 on a day in somebody's zone, or in the centre's. */
  function nine(number: number, zone = 'America/Los_Angeles'): number {
    const key = `${number} ${zone}`;
    const known = mornings.get(key) ?? fromClock(number * day + 9 * hour, zone);
    mornings.set(key, known);
    return known;
  }

  return { dayOf, isOpen, endOf, nextOpen, openDays, lastTwo, nine };
}

export type HandCalendar = ReturnType<typeof createHandCalendar>;

/** The instant at which clocks in a zone show the time that UTC shows at `shown`, found by trying. */
function fromClock(shown: number, zone: string): number {
  let at = shown;
  for (let look = 0; look < 3; look += 1) at += shown - clockIn(zone, at);
  return at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function clockIn(zone: string, at: number): number {
  const format = formats.get(zone) ?? clockFormat(zone);
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day: date, hour: hours, minute } = part;
  return Date.UTC(year, month - 1, date, hours, minute);
}

const clockFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
