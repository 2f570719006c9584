import type { ClaimCardView } from '../../claim/claim.ts';
import { asReviewer, resubmitted, submitted, underReview } from '../sampleClaims.ts';
import { comments } from '../sampleDetails.ts';
import { openedProof } from './openedProof.ts';

/** Alerts to a reviewer, and a claim that a colleague reviews or the partner has edited. */
export const reviewerSamples: Readonly<Record<string, ClaimCardView>> = {
  'reviewer/event-new-claim': { ...asReviewer(submitted), event: 'newClaim' },
  'reviewer/event-resubmitted': { ...asReviewer(resubmitted), event: 'resubmitted' },
  'reviewer/event-partner-comment': {
    ...asReviewer({ ...underReview, comments: comments.slice(0, 3) }),
    event: 'partnerComment',
  },
  'reviewer/under-review-by-another': {
    ...asReviewer(underReview),
    may: [...asReviewer(underReview).may, 'takeOverReview'],
  },
  'reviewer/taken-over': asReviewer({
    ...underReview,
    reviewer: { id: 'person:raj', name: 'Raj Mehta' },
    startedBy: underReview.reviewer,
  }),
  'reviewer/edited': asReviewer({ ...submitted, editedVersion: 7 }),
  'reviewer/proof-link': { ...asReviewer(underReview), proofLinks: [openedProof] },
};
