import type { ClaimCardView } from '../../claim/claim.ts';
import { actionRequired, approved, asPartner, rejected, submitted, underReview } from '../sampleClaims.ts';
import { comments } from '../sampleDetails.ts';

/** Alerts to a partner about a claim: what reviewers did, and which deadline is near. */
export const partnerAlertSamples: Readonly<Record<string, ClaimCardView>> = {
  'partner/event-submitted': { ...asPartner(submitted), event: 'submitted' },
  'partner/event-action-required': { ...asPartner(actionRequired), event: 'actionRequired' },
  'partner/event-reviewer-comment': {
    ...asPartner({ ...underReview, comments }),
    event: 'reviewerComment',
  },
  'partner/event-reviewer-comment-action-required': {
    ...asPartner(actionRequired),
    event: 'reviewerComment',
  },
  'partner/customer-window': asPartner({ ...approved, declineUntil: '2026-12-01T08:00:00.000Z' }),
  'partner/event-approved': { ...asPartner(approved), event: 'approved' },
  'partner/event-rejected': { ...asPartner(rejected), event: 'rejected' },
  'partner/event-deadline-near': {
    ...asPartner(actionRequired, '2026-11-25T18:00:00.000Z'),
    event: 'deadlineNear',
  },
  'partner/event-deadline-today': {
    ...asPartner(actionRequired, '2026-11-27T18:00:00.000Z'),
    event: 'deadlineNear',
  },
  'partner/event-dispute-near': {
    ...asPartner(rejected, '2026-12-18T18:00:00.000Z'),
    event: 'deadlineNear',
  },
};
