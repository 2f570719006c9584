import type { Calendar } from '../../calendar/calendar.ts';
import type { DocumentStore, StoredDocument } from '../../storage/documents/documentStore.ts';
import type { Due, DueReader } from './dueReader.ts';
import { sweepDue } from './sweepDue.ts';

/** Acts on one document, under its ETag: two processes may sweep at once. False when there was nothing to do for this one. */
export type ActOn<T> = (document: StoredDocument<T>, at: string) => Promise<boolean>;

/** How often the system checks whether something is due, and what is logged when the check fails. */
interface Looked {
  readonly everyMs: number;
  readonly failure: string;
}

/** What the system does at that instant. */
type Acts<T, C> =
  /** It acts on each document. */
  | (Looked & { readonly on: (context: C) => ActOn<T> | Promise<ActOn<T>> })
  /** There is one document, which is read and written as a whole. */
  | (Looked & { readonly look: (context: C) => Promise<number> })
  /** The outbox sends it; it checks for due alerts by itself. */
  | 'outbox'
  /** Nothing: what people see then follows from the document alone. */
  | 'nothing';

/** What a person could see at that instant: "Next deadline" stops there. */
type Stops<T> =
  /** At the nearest instant in the field, as the function says for each document that has it. */
  | { readonly each: (body: T, at: string, calendar: Calendar) => Omit<Due, 'at'> | undefined }
  /** At instants that are found in another way. */
  | { readonly find: (reader: DueReader) => Promise<readonly Due[]> }
  /** Nobody sees anything. */
  | 'unseen';

/** One thing that happens by itself, with everything that describes it. */
interface Row<T, C> {
  /** The documents that it concerns, and the field that says when: an ISO instant. */
  readonly type: string;
  readonly field: keyof T & string;
  readonly equals?: Readonly<Record<string, string>>;
  readonly acts: Acts<T, C>;
  readonly stops: Stops<T>;
}

interface Swept {
  readonly store: DocumentStore;
  readonly now: () => Date;
}

/** One thing that happens by itself, for the code that runs it and the code that looks ahead. */
export interface Work<C> {
  readonly type: string;
  readonly field: string;
  readonly acts: (Looked & { readonly run: (context: C & Swept) => Promise<number> }) | 'outbox' | 'nothing';
  /** Everything that happens at the next instant; empty where nobody sees anything. */
  readonly next: (reader: DueReader) => Promise<readonly Due[]>;
}

/** Makes a row ready to be run and read. */
export function work<T, C = unknown>(row: Row<T, C>): Work<C> {
  const { type, field, acts } = row;
  return {
    type,
    field,
    acts: typeof acts === 'string' ? acts : { ...acts, run: runnerOf(row, acts) },
    next: (reader) => nextOf(row, reader),
  };
}

/** Does the due work of one kind on request; returns on how many documents it has acted. */
export async function sweep<C>({ acts }: Work<C>, context: C & Swept): Promise<number> {
  return typeof acts === 'string' ? 0 : await acts.run(context);
}

function runnerOf<T, C>({ type, field }: Row<T, C>, acts: Exclude<Acts<T, C>, string>) {
  if ('look' in acts) return acts.look;
  return async (context: C & Swept): Promise<number> => {
    const at = context.now().toISOString();
    const actOn = await acts.on(context);
    const act = (document: StoredDocument<T>) => actOn(document, at);
    let acted = 0;
    // Repeated, because one expiry can make something else due that is past already: a rejection starts the time to
    // dispute it.
    for (let progress = 1; progress > 0; acted += progress)
      progress = await sweepDue<T>(context.store, { type, field, act }, at);
    return acted;
  };
}

async function nextOf<T, C>(
  { type, field, equals, stops }: Row<T, C>,
  reader: DueReader,
): Promise<readonly Due[]> {
  if (stops === 'unseen') return [];
  if ('find' in stops) return await stops.find(reader);
  const nearest = await reader.nearest<T>({ type, field, ...(equals ? { equals } : {}) });
  return nearest.flatMap(({ at, body }) => {
    const seen = stops.each(body, at, reader.calendar);
    return seen ? [{ at, ...seen }] : [];
  });
}
