import type { Calendar } from '../../calendar/calendar.ts';
import type { DocumentStore, PageKey, Query } from '../../storage/documents/documentStore.ts';

/** Something that happens by itself, as a person would see it. */
export type ScheduledEvent =
  | {
      readonly what:
        | 'reminder'
        | 'answerDeadline'
        | 'reviewOverdue'
        | 'disputeDeadline'
        | 'draftReminder'
        | 'draftNotice'
        | 'draftEnd';
      readonly number: string;
    }
  | { readonly what: 'digest' };

/** What happens next by itself, and when (ISO). `silent`: a reminder waits for its reader's morning. */
export interface Due {
  readonly at: string;
  readonly reached: ScheduledEvent;
  readonly silent?: true;
}

/** A query in the order of one field, the smallest first. */
export interface OrderedQuery extends Pick<Query, 'type' | 'equals' | 'range'> {
  readonly field: string;
  readonly limit?: number;
}

const mostLooked = 100;

/** Reads what is due after an instant. */
export function createDueReader(
  { store, calendar }: { readonly store: DocumentStore; readonly calendar: Calendar },
  after: string,
) {
  const from = new Date(Date.parse(after) + 1).toISOString();

  /**
   * Documents by the instant in a field, the earliest first: those after `after`, unless the query has another range.
   */
  async function* every<T>({ field, limit = mostLooked, ...asked }: OrderedQuery): AsyncGenerator<T> {
    let page: PageKey | undefined;
    do {
      const { documents, next } = await store.query<T>({
        range: { from },
        ...asked,
        order: { field, direction: 'ascending' },
        limit,
        ...(page ? { after: page } : {}),
      });
      for (const { body } of documents) yield body;
      page = next;
    } while (page);
  }

  /** All documents with the nearest instant in a field. */
  async function nearest<T>(asked: OrderedQuery & { readonly field: keyof T }) {
    const found: { readonly at: string; readonly body: T }[] = [];
    for await (const body of every<T>(asked)) {
      const at = String(body[asked.field]);
      if (found[0] && at !== found[0].at) break;
      found.push({ at, body });
    }
    return found;
  }

  return { store, calendar, after, every, nearest };
}

export type DueReader = ReturnType<typeof createDueReader>;

/** Adds one item to the soonest ones seen so far, and keeps only the soonest. */
export function withSoonest(soonest: readonly Due[], due: Due): readonly Due[] {
  const [first] = soonest;
  if (!first || due.at < first.at) return [due];
  return due.at === first.at ? [...soonest, due] : soonest;
}
