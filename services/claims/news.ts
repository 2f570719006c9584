import type { AlertEvent, ClaimAlert, DraftAlert } from '../domain/alert.ts';
import type { ClaimStatus, EditingClaim } from '../domain/claim.ts';
import type { ClaimView } from './views.ts';

/** The status that an event has brought; a comment brings none. */
const statusBrought: Readonly<Partial<Record<AlertEvent, ClaimStatus>>> = {
  newClaim: 'Submitted',
  resubmitted: 'Submitted',
  actionRequired: 'PartnerActionRequired',
  approved: 'Approved',
  rejected: 'Rejected',
};

/** Whether a reminder is of the present clock, and that still runs: as this reader may act. */
export const stillRuns = (alert: Pick<ClaimAlert, 'version'>, { claim, may }: ClaimView): boolean =>
  alert.version >= claim.statusVersion && may.includes('comment');

/** A late alert must not say that an answer is needed when it has been given. */
export function isStillNews(event: AlertEvent, status: ClaimStatus): boolean {
  const brought = statusBrought[event];
  return brought === undefined || brought === status;
}

/** A reminder is none any more once the draft has changed, or has had its notice; nor is a notice of a changed draft. */
export function isStillDraftNews(
  { event, version }: DraftAlert,
  draft: Pick<EditingClaim, 'version' | 'due'>,
): boolean {
  return version === draft.version && draft.due === (event === 'draftReminder' ? 'notice' : 'delete');
}

/** What a claim's present status is news of, to a partner who has missed it. */
export function newsForPartner(status: ClaimStatus): 'actionRequired' | 'approved' | 'rejected' | undefined {
  return (['actionRequired', 'approved', 'rejected'] as const).find(
    (event) => statusBrought[event] === status,
  );
}
