import type { Locale, Reader } from '../card.ts';
import { wordsFor } from './words.ts';

/** The review centre's zone, in which deadlines are said (R78). */
const centreZone = 'America/Los_Angeles';

const dayFormats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: centreZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }),
};

/** A deadline is the instant at which its last day has ended: the day before it, at 24:00 Pacific time (R78). */
export function deadline(endOfDay: string, reader: Reader): string {
  return wordsFor(reader)('date.deadline', { day: lastDay(endOfDay, reader) });
}

/** The last day of a deadline, without the hour. */
export const lastDay = (endOfDay: string, reader: Reader): string =>
  dayAt(new Date(Date.parse(endOfDay) - 1).toISOString(), reader);

/** The day of an instant at the review centre, for sentences outside cards, where no client fills in a date. */
export function dayAt(instant: string, reader: Reader): string {
  const parts = dayFormats[reader.locale].formatToParts(new Date(instant));
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
