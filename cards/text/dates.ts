import type { Locale, Reader } from '../kit/card.ts';
import { wordsFor } from './words.ts';

const dayLocales: Readonly<Record<Locale, string>> = { en: 'en-GB' };

/** A deadline is the instant at which its last day has ended: the day before it, at 24:00 in the centre's zone (R78). */
export function deadline(endOfDay: string, reader: Reader): string {
  return wordsFor(reader)('date.deadline', { day: lastDay(endOfDay, reader), zone: zoneName(reader) });
}

/** The last day of a deadline, without the hour. */
export const lastDay = (endOfDay: string, reader: Reader): string =>
  dayAt(new Date(Date.parse(endOfDay) - 1).toISOString(), reader);

/** An instant under today's rules: in 1970, zones had other names. */
const sometime = Date.UTC(2026, 0, 1);

/** What the centre's zone is called all year round: "Pacific Time". */
export function zoneName({ locale, centreZone: timeZone }: Reader): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts(sometime).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The day of an instant at the review centre, for sentences outside cards, where no client fills in a date. */
export function dayAt(instant: string, reader: Reader): string {
  const format = new Intl.DateTimeFormat(dayLocales[reader.locale], {
    timeZone: reader.centreZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const parts = format.formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((found) => found.type === type)?.value ?? '';
  const [weekday, day, month, year] = [part('weekday'), part('day'), part('month'), part('year')];
  return wordsFor(reader)('date.day', { weekday, day, month, year });
}

/** Date and time in the reader's own zone: the client fills them in (it knows no fractions of a second). */
export function clientDateTime(instant: string): string {
  const whole = withoutFraction(instant);
  return `{{DATE(${whole},SHORT)}} {{TIME(${whole})}}`;
}

/** The date in the reader's own zone. */
export const clientDate = (instant: string): string => `{{DATE(${withoutFraction(instant)},SHORT)}}`;

const withoutFraction = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
