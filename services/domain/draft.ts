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

/** What is remembered of a deleted draft, in its place: old cards with its number still stand in chats. */
export interface DraftEnd {
  readonly number: string;
  readonly partnerId: string;
  readonly at: string;
  /** Absent: the system, after ninety days without a change (D13). */
  readonly by?: Person;
  readonly claimName?: string;
  /** How many files were deleted with it. */
  readonly files: number;
  /** From this instant on nothing is remembered any more. */
  readonly dueAt: string;
}
