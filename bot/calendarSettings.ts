import { z } from 'zod/v4';
import {
  type CalendarSettings,
  createCalendar,
  defaultCalendarSettings,
} from '../services/calendar/calendar.ts';

const days = defaultCalendarSettings.weekend.join();

/** How the review centre works (R78); each setting has a default. Changing one does not move stored deadlines. */
export const calendarSettings = {
  /** ISO 3166 code of the country whose public holidays are off. */
  CALENDAR_COUNTRY: z
    .string()
    .default(defaultCalendarSettings.country)
    .refine((country) => works({ country }), 'a country code whose public holidays are known, such as US'),
  /** IANA name. */
  CALENDAR_TIME_ZONE: z
    .string()
    .default(defaultCalendarSettings.timeZone)
    .refine((timeZone) => works({ timeZone }), 'an IANA time zone, such as America/Los_Angeles'),
  /** ISO weekdays that are off, separated by commas. */
  CALENDAR_WEEKEND: z
    .string()
    .regex(/^([1-7](,[1-7])*)?$/, `weekdays that are off, such as ${days}: 1 is Monday, 7 Sunday`)
    .default(days)
    .refine((weekend) => works({ weekend: weekdays(weekend) }), 'a week must keep a business day'),
};

/** The centre's calendar according to the settings. */
export const calendarOf = (settings: Readonly<Record<keyof typeof calendarSettings, string>>) =>
  createCalendar({
    country: settings.CALENDAR_COUNTRY,
    timeZone: settings.CALENDAR_TIME_ZONE,
    weekend: weekdays(settings.CALENDAR_WEEKEND),
  });

const weekdays = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));

function works(settings: Partial<CalendarSettings>): boolean {
  try {
    createCalendar({ ...defaultCalendarSettings, ...settings });
    return true;
  } catch {
    return false;
  }
}
