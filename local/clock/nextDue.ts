import type { Alert, ClaimAlert, DraftAlert } from '../../services/alerts/alert.ts';
import { draftTopic } from '../../services/alerts/draftAlertFor.ts';
import { isStillDraftNews } from '../../services/alerts/news.ts';
import type { EditingClaim, FiledClaim, RejectedClaim } from '../../services/claims/claim.ts';
import { disputeDays } from '../../services/claims/clocks/deadlines.ts';
import { timerDue } from '../../services/claims/clocks/timers.ts';
import { findClaim } from '../../services/claims/findClaim.ts';
import type { Calendar } from '../../services/clock/calendar.ts';
import type { DocumentStore, PageKey, Query } from '../../services/storage/documentStore.ts';
import type { Reached } from '../teams/views.ts';

/** What happens next by itself, and when (ISO). `silent`: nobody hears of it yet, a reminder waits for its reader's morning. */
export interface Due {
  readonly at: string;
  readonly reached: Reached;
  readonly silent?: true;
}

const mostLooked = 100;
/** A rejected claim has not been changed for longer than this once its time to dispute is over; the day of the event too. */
const longestDisputeMs = (disputeDays + 2) * 86_400_000;

/** The nearest timer or deadline of any claim, draft, waiting reminder or digest after an instant; undefined when there is none. */
export async function nextDue(
  { store, calendar }: { readonly store: DocumentStore; readonly calendar: Calendar },
  after: string,
): Promise<Due | undefined> {
  const from = new Date(Date.parse(after) + 1).toISOString();
  const found = await Promise.all([
    claimTimer(),
    reminder(),
    reviewDeadline(),
    disputeEnd(),
    draftTimer(),
    digest(),
  ]);
  return found
    .filter((due) => due !== undefined)
    .sort(inOrder)
    .at(0);

  async function claimTimer(): Promise<Due | undefined> {
    const [claim] = await list<FiledClaim>({ type: 'claim', field: 'dueAt', from, limit: 1 });
    if (!claim?.dueAt) return undefined;
    const { dueAt: at, number } = claim;
    const ends = timerDue(claim, at, calendar)?.name === 'expire';
    return ends
      ? { at, reached: { what: 'answerOver', number } }
      : { at, reached: { what: 'reminder', number }, silent: true };
  }

  /** Made already, and waiting for somebody's morning (R79). */
  async function reminder(): Promise<Due | undefined> {
    for (const alert of await list<Alert>({ type: 'alert', field: 'nextAttemptAt', from })) {
      const [at] = alert.recipients
        .flatMap(({ result, from: at }) => (result === 'waiting' && at && at > after ? [at] : []))
        .sort();
      if (!at || (alert.kind !== 'claim' && alert.kind !== 'draft') || !(await stillCounts(alert))) continue;
      const what = alert.kind === 'draft' ? toldOf(alert) : 'reminder';
      if (what) return { at, reached: { what, number: alert.number } };
    }
    return undefined;
  }

  /** Not after the claim or the draft has moved on: then nobody is reminded. */
  async function stillCounts(alert: ClaimAlert | DraftAlert): Promise<boolean> {
    const claim = (await findClaim(store, alert.number))?.document.body;
    if (!claim) return false;
    if (alert.kind === 'draft') return claim.status === 'Editing' && isStillDraftNews(alert, claim);
    return claim.status !== 'Editing' && alert.version >= claim.statusVersion;
  }

  async function reviewDeadline(): Promise<Due | undefined> {
    const [claim] = await list<FiledClaim>({ ...reviewers, from, limit: 1 });
    if (!claim?.deadline) return undefined;
    return { at: claim.deadline, reached: { what: 'reviewOverdue', number: claim.number } };
  }

  /** R76: no timer and no index have it, because nothing is done then; the card stops to offer a word. */
  async function disputeEnd(): Promise<Due | undefined> {
    const changedSince = new Date(Date.parse(after) - longestDisputeMs).toISOString();
    let nearest: RejectedClaim | undefined;
    let page: PageKey | undefined;
    do {
      const { documents, next } = await store.query<RejectedClaim>({
        ...{
          type: 'claim',
          equals: { status: 'Rejected' },
          range: { from: changedSince },
          limit: mostLooked,
        },
        order: { field: 'updatedAt', direction: 'ascending' },
        ...(page ? { after: page } : {}),
      });
      for (const { body } of documents) {
        const isOpen = body.disputeUntil > after;
        if (isOpen && (!nearest || body.disputeUntil < nearest.disputeUntil)) nearest = body;
      }
      page = next;
    } while (page);
    return nearest && { at: nearest.disputeUntil, reached: { what: 'disputeOver', number: nearest.number } };
  }

  async function draftTimer(): Promise<Due | undefined> {
    const [draft] = await list<EditingClaim>({ type: 'draft', field: 'dueAt', from, limit: 1 });
    if (!draft?.dueAt || !draft.due) return undefined;
    const what = ({ remind: 'draftReminder', notice: 'draftNotice', delete: 'draftEnd' } as const)[draft.due];
    const silent = draft.due === 'delete' ? {} : ({ silent: true } as const);
    return { at: draft.dueAt, reached: { what, number: draft.number }, ...silent };
  }

  /** The first morning on which it has something to say (R79): there is one each business day. */
  async function digest(): Promise<Due | undefined> {
    const [first] = await list<FiledClaim>({ ...reviewers, limit: 1 });
    if (!first?.deadline) return undefined;
    let at = calendar.nextMorning(after);
    while (calendar.endOfBusinessDay(at, 1) < first.deadline) at = calendar.nextMorning(at);
    return { at, reached: { what: 'digest' } };
  }

  async function list<T>(asked: {
    readonly type: string;
    readonly field: string;
    readonly equals?: Query['equals'];
    readonly from?: string;
    readonly limit?: number;
  }): Promise<T[]> {
    const { type, field, equals, from, limit = mostLooked } = asked;
    const { documents } = await store.query<T>({
      type,
      ...(equals ? { equals } : {}),
      ...(from ? { range: { from } } : {}),
      order: { field, direction: 'ascending' },
      limit,
    });
    return documents.map(({ body }) => body);
  }
}

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
