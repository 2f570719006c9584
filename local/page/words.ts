import type { Reached } from '../teams/views.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

/** `10:42 AM`, in the browser's own language and zone. */
export const timeOf = (at: string) => clock.format(new Date(at));

/** `Dec 7, 10:42 AM`: where no line above says the day. */
export const dayAndTimeOf = (at: string) => dayAndClock.format(new Date(at));

/** `Today`, or the weekday and date. */
export const dayOf = (at: string, now: Date) =>
  new Date(at).toDateString() === now.toDateString() ? 'Today' : day.format(new Date(at));

/** `Mon 23 Nov 2026, 10:00 Pacific`, in the centre's zone. */
export const centreTime = (at: Date, timeZone: string) => {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => text.find((each) => each.type === type)?.value ?? '';
  const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  const name = zone?.value.replace(/ Time$/, '') ?? timeZone;
  const date = `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
  return `${date}, ${part('hour')}:${part('minute')} ${name}`;
};

const dayMs = 86_400_000;
const yearMs = 365.25 * dayMs;

/** Each unit with its length, and the shortest time for which it is used. */
const units = [
  ['year', yearMs, 2 * yearMs],
  ['day', dayMs, dayMs],
  ['hour', 3_600_000, 3_600_000],
  ['minute', 60_000, 0],
] as const;

/** `2 days ahead`, in years from two on; nothing when it is the real time. */
export const aheadText = (ms: number) => {
  if (ms <= 0) return '';
  const [unit, length] = units.find(([, , from]) => ms >= from) ?? units[3];
  const count = Math.max(1, Math.round(ms / length));
  return `${count} ${unit}${count === 1 ? '' : 's'} ahead`;
};

/** What a jump has come to, in a sentence; `more` things happen at the same time. */
export const reachedText = (reached: Reached, more = 0) =>
  `${happened(reached)}${more > 0 ? `, and ${more} more at the same time` : ''}.`;

const happened = (reached: Reached): string => {
  switch (reached.what) {
    case 'reminder':
      return `${reached.number}: the morning of a reminder`;
    case 'answerDeadline':
      return `${reached.number}: the partner’s time to answer is over`;
    case 'reviewOverdue':
      return `${reached.number}: the reviewers’ deadline has passed`;
    case 'disputeDeadline':
      return `${reached.number}: the time to write to the reviewer is over`;
    case 'draftReminder':
      return `Draft ${reached.number}: time for its reminder`;
    case 'draftNotice':
      return `Draft ${reached.number}: time for the notice of its end`;
    case 'draftEnd':
      return `Draft ${reached.number}: its time is over`;
    case 'digest':
      return 'The morning of the reviewers’ digest';
    case 'nothing':
      return 'Nothing is due: no claim, draft or digest waits for a date';
  }
};

/** `812 bytes`, `340 KB`, `2.4 MB`. */
export const sizeOf = (bytes: number) => {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
