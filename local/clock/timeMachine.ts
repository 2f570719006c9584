import type { Calendar } from '../../services/calendar/calendar.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import type { ClockView, Jump, Jumped } from '../teams/views.ts';
import { isTold, nextDue } from './nextDue.ts';
import type { ProgramClock } from './programClock.ts';

export interface TimeMachineDependencies {
  readonly clock: ProgramClock;
  readonly calendar: Calendar;
  /** The calendar's zone, in which the program's time is shown. */
  readonly timeZone: string;
  readonly store: DocumentStore;
  /** Does at once all that is due by the program's time. */
  readonly catchUp: () => Promise<void>;
}

/** Moves the program's time forward on one machine, so that a claim can be watched through its deadlines. */
export function createTimeMachine({ clock, calendar, timeZone, store, catchUp }: TimeMachineDependencies) {
  let running: Promise<unknown> = Promise.resolve();

  const view = (): ClockView => ({ aheadMs: clock.aheadMs(), timeZone });
  const nowIso = () => clock.now().toISOString();

  /** Calls `onMoved` after each step, before anything due at that time is done. */
  async function jump(to: Jump, onMoved: (clock: ClockView) => void): Promise<Jumped> {
    const goTo = async (instant: string) => {
      clock.advanceTo(instant);
      onMoved(view());
      await catchUp();
    };
    if (to === 'deadline') return await toDeadline(goTo);
    await goTo(to === 'week' ? calendar.sameTimeLater(nowIso(), 7) : calendar.nextMorning(nowIso()));
    return { clock: view() };
  }

  /** On to the first thing that somebody can see. */
  async function toDeadline(goTo: (instant: string) => Promise<void>): Promise<Jumped> {
    // What is already overdue does not count as the next thing.
    await catchUp();
    for (;;) {
      const due = await nextDue({ store, calendar }, nowIso());
      if (!due) return { clock: view(), reached: { what: 'nothing' } };
      await goTo(due.at);
      if (due.silent && !(await isTold(store, due.reached))) continue;
      const { reached, more } = due;
      return { clock: view(), reached, ...(more > 0 ? { more } : {}) };
    }
  }

  return {
    view,
    /** Resolves when everything due by then has been done. Jumps run one after the other. */
    jump(to: Jump, onMoved: (clock: ClockView) => void): Promise<Jumped> {
      const jumping = running.then(() => jump(to, onMoved));
      running = jumping.catch(() => undefined);
      return jumping;
    },
  };
}

export type TimeMachine = ReturnType<typeof createTimeMachine>;
