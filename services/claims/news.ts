import type { AlertEvent, ClaimAlert, DraftAlert } from '../domain/alert.ts';
import { assertNever } from '../domain/assertNever.ts';
import { audienceOf, brings, type ToldEventOf, toldToPartner } from '../domain/audience.ts';
import type { ClaimStatus, EditingClaim } from '../domain/claim.ts';
import type { ClaimView } from './views.ts';

/** Whether a reminder is of the present clock, and that still runs: as this reader may act. */
export const stillRuns = (alert: Pick<ClaimAlert, 'version'>, { claim, may }: ClaimView): boolean =>
  alert.version >= claim.statusVersion && may.includes('comment');

/** Whether it warns this reader of a clock that has stopped meanwhile: then nothing is sent. */
export const isIrrelevant = (alert: Pick<ClaimAlert, 'event' | 'version'>, view: ClaimView): boolean =>
  audienceOf(alert.event).whileClockRuns === true && !stillRuns(alert, view);

/** A late alert must not say that an answer is needed when it has been given. */
export function isStillNews(event: AlertEvent, now: ClaimStatus): boolean {
  const { status } = audienceOf(event);
  return typeof status === 'string' || status.includes(now);
}

/** A reminder is none any more once the draft has changed, or has had its notice; nor is a notice of a changed draft. */
export function isStillDraftNews(
  { event, version }: DraftAlert,
  draft: Pick<EditingClaim, 'version' | 'due'>,
): boolean {
  if (version !== draft.version) return false;
  switch (event) {
    case 'draftReminder':
      return draft.due === 'notice';
    case 'draftNotice':
      return draft.due === 'delete';
    case 'draftDeleted':
      return false;
    default:
      return assertNever(event);
  }
}

/** What a claim's present status is news of, to a partner who has missed it. */
export const newsForPartner = (status: ClaimStatus): ToldEventOf<'claim'> | undefined =>
  toldToPartner.find((event) => brings(event, status));
