import type { Person } from './person.ts';

/** What happens to a draft that nobody changes, in this order (D13). */
export type DraftStep = 'remind' | 'notice' | 'delete';

/** What happens next, and from which instant on. The sweep queries the store by `dueAt`. */
export interface DraftClock {
  readonly due: DraftStep;
  readonly dueAt: string;
}

/** A person took over a colleague's draft. */
export interface TakeOver {
  readonly at: string;
  readonly by: Person;
}

/** The record kept in place of a deleted draft, because old cards with its number remain in chats. */
export interface DeletedDraft {
  readonly number: string;
  readonly partnerId: string;
  readonly at: string;
  /** Absent: the system, after ninety days without a change (D13). */
  readonly by?: Person;
  readonly claimName?: string;
  /** How many files were deleted with it. */
  readonly files: number;
  /** When this record is to be deleted too. */
  readonly dueAt: string;
}
