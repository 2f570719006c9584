import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/** How the review centre works (R78). */
export interface CalendarSettings {
  /** ISO 3166 code of the country whose public holidays are off, substitute days included. */
  readonly country: string;
  /** IANA name; days begin and end there. */
  readonly timeZone: string;
  /** ISO weekdays that are off: 1 is Monday, 7 Sunday. */
  readonly weekend: readonly number[];
}

/** The defaults of R78; `US` holidays are the federal ones. */
export const defaultCalendarSettings: CalendarSettings = {
  country: 'US',
  timeZone: 'America/Los_Angeles',
  weekend: [6, 7],
};

/**
 * Turns events into deadlines. A deadline is the ISO UTC instant (with milliseconds, so that strings sort by time)
 * of 24:00 in the centre's zone; at that instant it has passed. The day of the event does not count.
 */
export interface Calendar {
  /** The centre's zone, an IANA name. */
  readonly timeZone: string;
  /** End of the n-th business day after the day of the event; n is 1 or more. */
  endOfBusinessDay(fromInstantIso: string, businessDays: number): string;
  /** End of the n-th calendar day after the day of the event; n is 1 or more. */
  endOfCalendarDay(fromInstantIso: string, days: number): string;
  /** Whether the centre works on that day, e.g. `2026-11-27`. */
  isBusinessDay(isoDate: string): boolean;
  /** Business days after the day of the first instant, up to and including the day of the second; 0 if that is earlier. */
  businessDaysBetween(fromInstantIso: string, toInstantIso: string): number;
  /** The same in calendar days. */
  daysBetween(fromInstantIso: string, toInstantIso: string): number;
  /** The last business days before a deadline, its own day included if it is one: ISO dates, earliest first. */
  lastBusinessDays(deadlineIso: string, count: number): readonly string[];
  /** 09:00 on a day, in an IANA zone or the centre's own. */
  morningOf(isoDate: string, timeZone?: string): string;
  /** The last 09:00, in an IANA zone or the centre's own, before the centre's day of the event ends. */
  morningWithinDay(instantIso: string, timeZone?: string): string;
  /** 24:00 of the day of the event. */
  endOfDay(instantIso: string): string;
  /** Whether it is a business day in the centre's zone, 09:00 or later. */
  isMorningPast(instantIso: string): boolean;
  /** 09:00 of the first business day, in the centre's zone, after the instant. */
  nextMorning(afterInstantIso: string): string;
  /**
   * The same time of day in the centre's zone, that many calendar days later; an hour skipped by a clock change becomes
   * the one after it.
   */
  sameTimeLater(instantIso: string, days: number): string;
}

/** Throws for settings that cannot work: an unknown country or zone, a week without a business day. */
export function createCalendar(settings: CalendarSettings = defaultCalendarSettings): Calendar {
  const { timeZone, weekend } = settings;
  const holidaysOf = publicHolidays(settings.country);
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  if ([1, 2, 3, 4, 5, 6, 7].every((day) => weekend.includes(day))) {
    throw new RangeError('The weekend setting leaves no business day');
  }

  const isOpen = (day: Temporal.PlainDate) =>
    !weekend.includes(day.dayOfWeek) && !holidaysOf(day.year).has(day.toString());
  const dayOf = (instantIso: string) =>
    Temporal.Instant.from(instantIso).toZonedDateTimeISO(timeZone).toPlainDate();
  const endOf = (day: Temporal.PlainDate) =>
    day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
  const morningOf = (isoDate: string, zone = timeZone) =>
    Temporal.PlainDate.from(isoDate)
      .toZonedDateTime({ timeZone: zone, plainTime: '09:00' })
      .toInstant()
      .toString({ fractionalSecondDigits: 3 });

  return {
    timeZone,
    endOfBusinessDay(fromInstantIso, businessDays) {
      requireDays(businessDays);
      let day = dayOf(fromInstantIso);
      for (let counted = 0; counted < businessDays; ) {
        day = day.add({ days: 1 });
        if (isOpen(day)) counted += 1;
      }
      return endOf(day);
    },
    endOfCalendarDay(fromInstantIso, days) {
      requireDays(days);
      return endOf(dayOf(fromInstantIso).add({ days }));
    },
    isBusinessDay: (isoDate) => isOpen(Temporal.PlainDate.from(isoDate)),
    businessDaysBetween(fromInstantIso, toInstantIso) {
      const last = dayOf(toInstantIso);
      let day = dayOf(fromInstantIso);
      let counted = 0;
      while (Temporal.PlainDate.compare(day, last) < 0) {
        day = day.add({ days: 1 });
        if (isOpen(day)) counted += 1;
      }
      return counted;
    },
    daysBetween: (fromInstantIso, toInstantIso) =>
      Math.max(0, dayOf(fromInstantIso).until(dayOf(toInstantIso), { largestUnit: 'day' }).days),
    lastBusinessDays(deadlineIso, count) {
      requireDays(count);
      const days: string[] = [];
      for (let day = dayOf(justBefore(deadlineIso)); days.length < count; day = day.subtract({ days: 1 })) {
        if (isOpen(day)) days.unshift(day.toString());
      }
      return days;
    },
    endOfDay: (instantIso) => endOf(dayOf(instantIso)),
    isMorningPast(instantIso) {
      const day = dayOf(instantIso);
      return isOpen(day) && morningOf(day.toString()) <= new Date(instantIso).toISOString();
    },
    morningOf,
    morningWithinDay(instantIso, zone = timeZone) {
      const end = endOf(dayOf(instantIso));
      const there = Temporal.Instant.from(end).toZonedDateTimeISO(zone).toPlainDate();
      const morning = morningOf(there.toString(), zone);
      // At the end of the centre's day it may not be nine o'clock there yet.
      return morning < end ? morning : morningOf(there.subtract({ days: 1 }).toString(), zone);
    },
    nextMorning(afterInstantIso) {
      for (let day = dayOf(afterInstantIso); ; day = day.add({ days: 1 })) {
        const morning = morningOf(day.toString());
        if (isOpen(day) && morning > new Date(afterInstantIso).toISOString()) return morning;
      }
    },
    sameTimeLater(instantIso, days) {
      requireDays(days);
      return Temporal.Instant.from(instantIso)
        .toZonedDateTimeISO(timeZone)
        .add({ days })
        .toInstant()
        .toString({ fractionalSecondDigits: 3 });
    },
  };
}

/** A deadline is the first instant after its last day. */
const justBefore = (deadlineIso: string): string => new Date(Date.parse(deadlineIso) - 1).toISOString();

function requireDays(days: number): void {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Not a number of days: ${days}`);
}

/** The days off of one year as ISO dates, computed once for each year. A half holiday is a business day. */
function publicHolidays(country: string): (year: number) => ReadonlySet<string> {
  // In UTC every day has 24 hours, so that a holiday's length gives its number of whole days; its date is local in any
  // case.
  const holidays = new Holidays(country, { types: ['public', 'bank'], timezone: 'UTC' });
  if (!Object.hasOwn(holidays.getCountries(), country)) throw new RangeError(`Unknown country: ${country}`);
  const byYear = new Map<number, ReadonlySet<string>>();
  return (year) => {
    const known = byYear.get(year);
    if (known) return known;
    const days = new Set(daysOff(holidays.getHolidays(year)).flatMap(wholeDays));
    byYear.set(year, days);
    return days;
  };
}

/** Public holidays and their substitute days. The library lists the substitute of Veterans Day as a bank holiday. */
function daysOff<T extends { type: string; rule: string; substitute?: boolean }>(
  holidays: readonly T[],
): T[] {
  const isPublic = ({ type }: T) => type === 'public';
  const substitutes = holidays.filter(isPublic).map(({ rule }) => `substitutes ${rule} `);
  return holidays.filter(
    (one) => isPublic(one) || (one.substitute && substitutes.some((start) => one.rule.startsWith(start))),
  );
}

function wholeDays(holiday: { date: string; start: Date; end: Date }): string[] {
  const first = Temporal.PlainDate.from(holiday.date.slice(0, 10));
  const count = Math.floor((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000);
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}
