import type { Calendar } from '../../services/calendar/calendar.ts';
import { createDueReader, type Due } from '../../services/claims/background/dueReader.ts';
import { dueWork } from '../../services/claims/background/dueWork.ts';
import type { Alert } from '../../services/domain/alert.ts';
import { draftTopic } from '../../services/domain/rules/draftAlertFor.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import type { Reached } from '../teams/views.ts';

/** What happens next, and how many more visible things happen at the same instant. */
export interface NextDue extends Due {
  readonly more: number;
}

/** The nearest instant after another at which something happens by itself; undefined when there is none. */
export async function nextDue(
  context: { readonly store: DocumentStore; readonly calendar: Calendar },
  after: string,
): Promise<NextDue | undefined> {
  const reader = createDueReader(context, after);
  const sources = Object.values(dueWork).map(({ next }) => next(reader));
  const found = (await Promise.all(sources)).flat().sort(inOrder);
  const [next] = found;
  if (!next) return undefined;
  const heard = found.filter(({ at, silent }) => at === next.at && !silent);
  return { ...next, more: Math.max(0, heard.length - 1) };
}

/** Visible things come first among those that happen at the same instant. */
const inOrder = (one: Due, other: Due): number =>
  one.at.localeCompare(other.at) || Number(one.silent ?? false) - Number(other.silent ?? false);

/** Whether an alert that was written silently has reached somebody: their morning may begin with the draft's day. */
export async function isTold(store: DocumentStore, reached: Reached): Promise<boolean> {
  if (reached.what !== 'draftReminder' && reached.what !== 'draftNotice') return false;
  const { documents } = await store.query<Alert>({
    type: 'alert',
    equals: { topic: draftTopic(reached.what, reached.number) },
    order: { field: 'nextAttemptAt', direction: 'ascending' },
    limit: 1,
  });
  return documents.every(({ body }) => body.recipients.some(({ result }) => result === 'sent'));
}
