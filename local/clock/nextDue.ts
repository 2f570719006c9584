import type { Calendar } from '../../services/calendar/calendar.ts';
import { findClaim } from '../../services/claims/findClaim.ts';
import { isStillDraftNews } from '../../services/claims/news.ts';
import type { Alert, ClaimAlert, DraftAlert } from '../../services/domain/alert.ts';
import type { EditingClaim, FiledClaim, RejectedClaim } from '../../services/domain/claim.ts';
import { disputeDays } from '../../services/domain/rules/deadlines.ts';
import { draftTopic } from '../../services/domain/rules/draftAlertFor.ts';
import { timerDue } from '../../services/domain/rules/timers.ts';
import type { DocumentStore, PageKey, Query } from '../../services/storage/documents/documentStore.ts';
import type { Reached } from '../teams/views.ts';

/** What happens next by itself, and when (ISO). `silent`: nobody hears of it yet, a reminder waits for its reader's morning. */
export interface Due {
  readonly at: string;
  readonly reached: Reached;
  readonly silent?: true;
}

/** What happens next, and how many more things that somebody hears of happen at the same instant. */
export interface NextDue extends Due {
  readonly more: number;
}

const mostLooked = 100;
/** A rejected claim has not been changed for longer than this once its time to dispute is over; the day of the event too. */
const longestDisputeMs = (disputeDays + 2) * 86_400_000;

/** The nearest timer or deadline of any claim, draft, waiting reminder or digest after an instant; undefined when there is none. */
export async function nextDue(
  { store, calendar }: { readonly store: DocumentStore; readonly calendar: Calendar },
  after: string,
): Promise<NextDue | undefined> {
  const from = new Date(Date.parse(after) + 1).toISOString();
  const sources = [claimTimers(), reminders(), reviewDeadlines(), disputeEnds(), draftTimers(), digest()];
  const found = (await Promise.all(sources)).flat().sort(inOrder);
  const [next] = found;
  if (!next) return undefined;
  const heard = found.filter(({ at, silent }) => at === next.at && !silent);
  return { ...next, more: Math.max(0, heard.length - 1) };

  async function claimTimers(): Promise<Due[]> {
    const claims = await nearest<FiledClaim>({ type: 'claim', field: 'dueAt' });
    return claims.map(({ at, body: claim }) => {
      const { number } = claim;
      const ends = timerDue(claim, at, calendar)?.name === 'expire';
      return ends
        ? { at, reached: { what: 'answerOver', number } }
        : { at, reached: { what: 'reminder', number }, silent: true };
    });
  }

  /** Made already, and waiting for somebody's morning (R79). */
  async function reminders(): Promise<Due[]> {
    let soonest: Due[] = [];
    for await (const alert of every<Alert>({ type: 'alert', field: 'nextAttemptAt', range: { from } })) {
      if (soonest[0] && (alert.nextAttemptAt ?? '') > soonest[0].at) break;
      const [at] = alert.recipients
        .flatMap(({ result, from: at }) => (result === 'waiting' && at && at > after ? [at] : []))
        .sort();
      if (!at || (alert.kind !== 'claim' && alert.kind !== 'draft') || !(await stillCounts(alert))) continue;
      const what = alert.kind === 'draft' ? toldOf(alert) : 'reminder';
      if (what) soonest = withSoonest(soonest, { at, reached: { what, number: alert.number } });
    }
    return soonest;
  }

  /** Not after the claim or the draft has moved on: then nobody is reminded. */
  async function stillCounts(alert: ClaimAlert | DraftAlert): Promise<boolean> {
    const claim = (await findClaim(store, alert.number))?.document.body;
    if (!claim) return false;
    if (alert.kind === 'draft') return claim.status === 'Editing' && isStillDraftNews(alert, claim);
    return claim.status !== 'Editing' && alert.version >= claim.statusVersion;
  }

  async function reviewDeadlines(): Promise<Due[]> {
    const claims = await nearest<FiledClaim>(reviewers);
    return claims.map(({ at, body: { number } }) => ({ at, reached: { what: 'reviewOverdue', number } }));
  }

  /** R76: no timer and no index have it, because nothing is done then; the card stops to offer a word. */
  async function disputeEnds(): Promise<Due[]> {
    const changedSince = new Date(Date.parse(after) - longestDisputeMs).toISOString();
    const rejected = every<RejectedClaim>({
      ...{ type: 'claim', field: 'updatedAt', equals: { status: 'Rejected' } },
      range: { from: changedSince },
    });
    let soonest: Due[] = [];
    for await (const { disputeUntil: at, number } of rejected) {
      if (at > after) soonest = withSoonest(soonest, { at, reached: { what: 'disputeOver', number } });
    }
    return soonest;
  }

  async function draftTimers(): Promise<Due[]> {
    const drafts = await nearest<EditingClaim>({ type: 'draft', field: 'dueAt' });
    return drafts.flatMap(({ at, body: { due, number } }) =>
      due
        ? [
            {
              at,
              reached: { what: draftEvents[due], number },
              ...(due === 'delete' ? {} : { silent: true as const }),
            },
          ]
        : [],
    );
  }

  /** The first morning on which it has something to say (R79): there is one each business day. */
  async function digest(): Promise<Due[]> {
    const { documents } = await ask<FiledClaim>({ ...reviewers, limit: 1 });
    const deadline = documents[0]?.body.deadline;
    if (!deadline) return [];
    let at = calendar.nextMorning(after);
    while (calendar.endOfBusinessDay(at, 1) < deadline) at = calendar.nextMorning(at);
    return [{ at, reached: { what: 'digest' } }];
  }

  /** All that have the nearest instant in a field. */
  async function nearest<T extends object>(asked: Asked & { readonly field: keyof T }) {
    const found: { readonly at: string; readonly body: T }[] = [];
    for await (const body of every<T>({ ...asked, range: { from } })) {
      const at = String(body[asked.field]);
      if (found[0] && at !== found[0].at) break;
      found.push({ at, body });
    }
    return found;
  }

  async function* every<T>(asked: Asked): AsyncGenerator<T> {
    let page: PageKey | undefined;
    do {
      const { documents, next } = await ask<T>({ ...asked, ...(page ? { after: page } : {}) });
      for (const { body } of documents) yield body;
      page = next;
    } while (page);
  }

  async function ask<T>({ field, limit = mostLooked, ...asked }: Asked) {
    return await store.query<T>({ ...asked, order: { field, direction: 'ascending' }, limit });
  }
}

/** A query in the order of one field, the smallest first. */
interface Asked extends Pick<Query, 'type' | 'equals' | 'range' | 'after'> {
  readonly field: string;
  readonly limit?: number;
}

/** The soonest of all that were seen, and another one. */
function withSoonest(soonest: Due[], due: Due): Due[] {
  const [first] = soonest;
  if (!first || due.at < first.at) return [due];
  return due.at === first.at ? [...soonest, due] : soonest;
}

const draftEvents = { remind: 'draftReminder', notice: 'draftNotice', delete: 'draftEnd' } as const;

/** What a draft's keeper hears of; its end is seen in place. */
const toldOf = ({ event }: DraftAlert) => (event === 'draftDeleted' ? undefined : event);

/** Whether somebody has heard already of what was made silently: on a draft's day their morning may have begun with it. */
export async function isTold(store: DocumentStore, reached: Reached): Promise<boolean> {
  if (reached.what !== 'draftReminder' && reached.what !== 'draftNotice') return false;
  const { documents } = await store.query<Alert>({
    type: 'alert',
    equals: { topic: draftTopic(reached.what, reached.number) },
    order: { field: 'nextAttemptAt', direction: 'ascending' },
    limit: 1,
  });
  return documents.length === 0;
}

/** What somebody hears of goes first: at the same instant both happen. */
const inOrder = (one: Due, other: Due): number =>
  one.at.localeCompare(other.at) || Number(one.silent ?? false) - Number(other.silent ?? false);

const reviewers = { type: 'claim', field: 'deadline', equals: { turn: 'reviewers' } } as const;
