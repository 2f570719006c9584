import type { AlertEvent, ClaimAlert, DraftAlert } from '../domain/alert.ts';
import { assertNever } from '../domain/assertNever.ts';
import { type AnnouncedEventOf, announcedToPartner, audienceOf, brings } from '../domain/audience.ts';
import type { ClaimStatus, Draft, SubmittedClaim } from '../domain/claim.ts';
import type { ClaimView } from './views.ts';

/** Whether a reminder is about the current clock and that clock still runs: this reader may still comment. */
export const isCurrentReminder = (alert: Pick<ClaimAlert, 'version'>, { claim, may }: ClaimView): boolean =>
  alert.version >= claim.statusVersion && may.includes('comment');

/** Whether an alert warns of a clock that has stopped meanwhile: then it is not sent. */
export const isIrrelevant = (alert: Pick<ClaimAlert, 'event' | 'version'>, view: ClaimView): boolean =>
  audienceOf(alert.event).whileClockRuns === true && !isCurrentReminder(alert, view);

/** A late alert must not say that an answer is needed when it has been given. */
export function isStillNews(event: AlertEvent, now: ClaimStatus): boolean {
  const { status } = audienceOf(event);
  return typeof status === 'string' || status.includes(now);
}

/**
 * Whether an alert tells of a status that the claim has left since, or has reached once more: what followed has an alert
 * of its own, so this one tells nobody anything (R79, R99).
 */
export function isOvertaken(
  { event, version }: Pick<ClaimAlert, 'event' | 'version'>,
  { status, statusVersion }: Pick<SubmittedClaim, 'status' | 'statusVersion'>,
): boolean {
  if (typeof audienceOf(event).status === 'string') return false;
  return !isStillNews(event, status) || version < statusVersion;
}

/**
 * Whether it is still news: a reminder until the draft changes or its notice is given, a notice until the draft
 * changes.
 */
export function isStillDraftNews(
  { event, version }: DraftAlert,
  draft: Pick<Draft, 'version' | 'due'>,
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

/** The event behind a claim's present status, for a partner who has missed it. */
export const newsForPartner = (status: ClaimStatus): AnnouncedEventOf<'claim'> | undefined =>
  announcedToPartner.find((event) => brings(event, status));
