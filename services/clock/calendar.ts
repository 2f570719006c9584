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
  /** End of the n-th business day after the day of the event; n is 1 or more. */
  endOfBusinessDay(fromInstantIso: string, businessDays: number): string;
  /** End of the n-th calendar day after the day of the event; n is 1 or more. */
  endOfCalendarDay(fromInstantIso: string, days: number): string;
  /** Whether the centre works on that day, e.g. `2026-11-27`. */
  isBusinessDay(isoDate: string): boolean;
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

  return {
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
  };
}

function requireDays(days: number): void {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`Not a number of days: ${days}`);
}

/** The days off of one year as ISO dates, computed once for each year. A half holiday is a business day. */
function publicHolidays(country: string): (year: number) => ReadonlySet<string> {
  // In UTC every day has 24 hours, so that a holiday's length tells its whole days; its date is local anyway.
  const holidays = new Holidays(country, { types: ['public'], timezone: 'UTC' });
  if (!Object.hasOwn(holidays.getCountries(), country)) throw new RangeError(`Unknown country: ${country}`);
  const byYear = new Map<number, ReadonlySet<string>>();
  return (year) => {
    const known = byYear.get(year);
    if (known) return known;
    const days = new Set(holidays.getHolidays(year).flatMap(wholeDays));
    byYear.set(year, days);
    return days;
  };
}

function wholeDays(holiday: { date: string; start: Date; end: Date }): string[] {
  const first = Temporal.PlainDate.from(holiday.date.slice(0, 10));
  const count = Math.floor((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000);
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}
