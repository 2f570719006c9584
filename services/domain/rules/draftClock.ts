import type { Calendar } from '../../calendar/calendar.ts';
import type { Draft } from '../claim.ts';
import type { DraftClock, DraftStep } from '../draft.ts';

/** Calendar days after the last change (D13). */
const remindAfter = 14;
const deleteAfter = 90;
/** Calendar days between the notice and the end. */
const noticeDays = 7;
/** The notice is written as this day ends, which is when day 83 begins: R78 does not count the day of an event. */
const noticeAfter = deleteAfter - noticeDays - 1;

/** The clock of a draft that has just been changed. */
export const clockFrom = (changedAt: string, calendar: Calendar): DraftClock => ({
  due: 'remind',
  dueAt: calendar.endOfCalendarDay(changedAt, remindAfter),
});

/** What is to be done now, if anything. If both a reminder and a notice were missed, the notice. */
export function dueStep(draft: Draft, at: string, calendar: Calendar): DraftStep | undefined {
  const { due, dueAt, updatedAt } = draft;
  if (!due || !dueAt || at < dueAt) return undefined;
  const isNearTheEnd = at >= calendar.endOfCalendarDay(updatedAt, noticeAfter);
  return due === 'remind' && isNearTheEnd ? 'notice' : due;
}

/** The clock after a step is done: a draft is never deleted sooner than seven days after its notice. */
export function clockAfter(
  step: Exclude<DraftStep, 'delete'>,
  { updatedAt }: Draft,
  { at, calendar }: { readonly at: string; readonly calendar: Calendar },
): DraftClock {
  if (step === 'remind') return { due: 'notice', dueAt: calendar.endOfCalendarDay(updatedAt, noticeAfter) };
  const [end, soonest] = [
    calendar.endOfCalendarDay(updatedAt, deleteAfter),
    calendar.endOfCalendarDay(at, noticeDays),
  ];
  return { due: 'delete', dueAt: end > soonest ? end : soonest };
}
