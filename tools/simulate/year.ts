import type { Calendar } from '../../services/calendar/calendar.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import type { Downtime } from './programHours.ts';

/** What is simulated. */
export interface YearSettings {
  readonly claims: number;
  readonly seed: number;
  /** How often the program looks for what is due, in minutes. */
  readonly checkEveryMinutes: number;
  /** The product's calendar; absent: that of R78. */
  readonly calendar?: Calendar;
  /** Wraps the program's store, to add faults that the simulation must find. */
  readonly through?: (store: DocumentStore) => DocumentStore;
}

/** How often something has happened. */
export interface Tally {
  filed: number;
  commands: number;
  refused: number;
  timers: number;
  expired: number;
  notices: number;
  reminders: number;
  /** Mornings on which the program has looked for what a digest would say. */
  mornings: number;
  /** Digests with content; empty ones are not posted. */
  digests: number;
  begunLate: number;
  decidedLate: number;
}

/** The year as it came out. */
export interface YearResult {
  readonly tally: Tally;
  /** How many claims are in each status at the end. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly downtimes: readonly Downtime[];
  readonly checks: number;
  readonly differences: number;
  /** The first ten differences, in full. */
  readonly shown: readonly string[];
}

/** Nothing has happened yet. */
export const emptyTally = (): Tally => ({
  filed: 0,
  commands: 0,
  refused: 0,
  timers: 0,
  expired: 0,
  notices: 0,
  reminders: 0,
  mornings: 0,
  digests: 0,
  begunLate: 0,
  decidedLate: 0,
});
