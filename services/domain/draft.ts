import type { Person } from './person.ts';

/** What happens to a draft that nobody changes, in this order (D13). */
export type DraftDuty = 'remind' | 'notice' | 'delete';

/** What is next, and from which instant on; `dueAt` is what the sweep asks the store for. */
export interface DraftClock {
  readonly due: DraftDuty;
  readonly dueAt: string;
}

/** Somebody went on with a colleague's draft. */
export interface TakeOver {
  readonly at: string;
  readonly by: Person;
}
