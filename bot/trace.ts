import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** What all log lines have in common that follow from one activity, one alert or one sweep. */
interface Trace {
  readonly correlation: string;
  /** What somebody tries; absent where nobody does, and before it is known. */
  attempt?: Attempt;
  /** The refusals of this attempt that are in the log. */
  readonly refusals: Set<string>;
  /** Absent where nobody waits for an answer. */
  turn?: Turn;
}

/** How long somebody still waits for the answer to an activity. */
export interface Turn {
  /** By `performance.now()`. */
  endsAt: number;
  /** Files that are being transferred: they have limits of their own. */
  transfers: number;
}

/** What somebody tries, for the log of refused access: no names, no texts. */
export interface Attempt {
  readonly what: 'press' | 'refresh' | 'message' | 'consent' | 'invoke' | 'installation' | 'other';
  /** Of a press: one of our own verbs. */
  readonly verb?: string | undefined;
  /** A keyed hash. */
  readonly person?: string | undefined;
}

const traces = new AsyncLocalStorage<Trace>();

/** Runs something with a trace of its own, or with the one that a stored alert names. */
export function traced<T>(run: () => T, correlation: string = randomBytes(6).toString('hex')): T {
  return traces.run({ correlation, refusals: new Set() }, run);
}

/** Runs something with the present trace, or with one of its own if there is none. */
export const tracedOnce = <T>(run: () => T): T => (traces.getStore() ? run() : traced(run));

/** Runs something that goes on after the activity and serves others too. */
export const untraced = <T>(run: () => T): T => traces.exit(run);

/** The correlation ID of everything that happens now; undefined beside activities, alerts and sweeps. */
export const correlationNow = (): string | undefined => traces.getStore()?.correlation;

/** Notes what somebody tries. */
export function noteAttempt(attempt: Attempt): void {
  const trace = traces.getStore();
  if (trace) trace.attempt = attempt;
}

/** Notes that somebody waits for the answer. */
export function noteTurn(turn: Turn): void {
  const trace = traces.getStore();
  if (trace) trace.turn = turn;
}

/** The turn that everything belongs to that happens now; undefined for what the system does by itself. */
export const turnNow = (): Turn | undefined => traces.getStore()?.turn;

/** What somebody tries, if this is its first refusal of the kind; undefined otherwise. */
export function attemptRefused(outcome: string): Attempt | undefined {
  const trace = traces.getStore();
  if (!trace?.attempt || trace.refusals.has(outcome)) return undefined;
  trace.refusals.add(outcome);
  return trace.attempt;
}
