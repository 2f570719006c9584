import type { HandCalendar } from './handCalendar.ts';

/** A claim that waits for the reviewers. */
export interface Waiting {
  readonly number: string;
  readonly deadline: number;
}

/** R79: what a digest at an instant lists: claims that are overdue, due today, due on the next business day. */
export function expectedDigest(calendar: HandCalendar, at: number, waiting: readonly Waiting[]) {
  const today = calendar.dayOf(at);
  const isOn = (deadline: number, day: number) => deadline > at && deadline === calendar.endOf(day);
  const next = calendar.nextOpen(today);
  const numbers = (belongs: (deadline: number) => boolean) =>
    waiting
      .filter(({ deadline }) => belongs(deadline))
      .map(({ number }) => number)
      .sort();
  return {
    overdue: numbers((deadline) => deadline <= at),
    today: numbers((deadline) => isOn(deadline, today)),
    tomorrow: numbers((deadline) => isOn(deadline, next)),
  };
}

/** The sweeps at which digests are sent: at 09:00 of each business day, or later that day; never on another day. */
export function expectedMornings(
  calendar: HandCalendar,
  { from, to }: { readonly from: number; readonly to: number },
  lookFrom: (at: number) => number,
): number[] {
  const looks: number[] = [];
  for (let day = calendar.dayOf(from); calendar.endOf(day) <= to; day += 1) {
    const look = lookFrom(calendar.nine(day));
    if (calendar.isOpen(day) && look < calendar.endOf(day)) looks.push(look);
  }
  return looks;
}
