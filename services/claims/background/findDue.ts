import type { Alert, ClaimAlert, DraftAlert } from '../../domain/alert.ts';
import { opensDraftCard } from '../../domain/audience.ts';
import type { RejectedClaim, SubmittedClaim } from '../../domain/claim.ts';
import { disputeDays } from '../../domain/rules/deadlines.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import { findClaim } from '../findClaim.ts';
import { isStillDraftNews } from '../news.ts';
import { type Due, type DueReader, withSoonest } from './dueReader.ts';

/** A rejected claim that can still be disputed was changed within this time, the day of the rejection included. */
const longestDisputeMs = (disputeDays + 2) * 86_400_000;

/** Claims that wait for the reviewers, by deadline. */
export const reviewersClaims = {
  type: 'claim',
  field: 'deadline',
  equals: { turn: 'reviewers' },
} as const;

/** Reminders that wait for somebody's morning (R79). The dispatcher may not have handled them yet. */
export async function findMornings({ store, after, every }: DueReader): Promise<readonly Due[]> {
  let soonest: readonly Due[] = [];
  for await (const alert of every<Alert>({ type: 'alert', field: 'nextAttemptAt', range: {} })) {
    if (soonest[0] && (alert.nextAttemptAt ?? '') > soonest[0].at) break;
    const [at] = alert.recipients
      .flatMap(({ result, from }) => (result === 'waiting' && from && from > after ? [from] : []))
      .sort();
    if (!at || (alert.kind !== 'claim' && alert.kind !== 'draft') || !(await stillCounts(store, alert)))
      continue;
    const what = alert.kind === 'draft' ? announcedEvent(alert) : 'reminder';
    if (what) soonest = withSoonest(soonest, { at, reached: { what, number: alert.number } });
  }
  return soonest;
}

/** False once the claim or the draft has moved on: then nobody is reminded. */
async function stillCounts(store: DocumentStore, alert: ClaimAlert | DraftAlert): Promise<boolean> {
  const claim = (await findClaim(store, alert.number))?.document.body;
  if (!claim) return false;
  if (alert.kind === 'draft') return claim.status === 'Editing' && isStillDraftNews(alert, claim);
  return claim.status !== 'Editing' && alert.version >= claim.statusVersion;
}

/** The event that a draft's readers are notified of. Its deletion only updates the card. */
const announcedEvent = ({ event }: DraftAlert) => (opensDraftCard(event) ? event : undefined);

/**
 * R76: no timer and no index has the end of a dispute, because nothing is done then; the card stops offering to
 * comment.
 */
export async function findDisputeEnds({ after, every }: DueReader): Promise<readonly Due[]> {
  const changedSince = new Date(Date.parse(after) - longestDisputeMs).toISOString();
  const rejected = every<RejectedClaim>({
    ...{ type: 'claim', field: 'updatedAt', equals: { status: 'Rejected' } },
    range: { from: changedSince },
  });
  let soonest: readonly Due[] = [];
  for await (const { disputeUntil: at, number } of rejected) {
    if (at > after) soonest = withSoonest(soonest, { at, reached: { what: 'disputeDeadline', number } });
  }
  return soonest;
}

/** The first morning on which the digest has something to say (R79): there is one each business day. */
export async function findDigest({ store, calendar, after }: DueReader): Promise<readonly Due[]> {
  const { type, field, equals } = reviewersClaims;
  const order = { field, direction: 'ascending' } as const;
  const { documents } = await store.query<SubmittedClaim>({ type, equals, order, limit: 1 });
  const deadline = documents[0]?.body.deadline;
  if (!deadline) return [];
  let at = calendar.nextMorning(after);
  while (calendar.endOfBusinessDay(at, 1) < deadline) at = calendar.nextMorning(at);
  return [{ at, reached: { what: 'digest' } }];
}
