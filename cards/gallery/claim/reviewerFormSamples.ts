import type { ClaimCardView } from '../../claim/claim.ts';
import { asReviewer, underReview } from '../sampleClaims.ts';

const rejection = {
  reason: 'InsufficientProof',
  comment: 'The statement of work is for another customer, and the report is not dated.',
};

/** What a reviewer fills in to comment, ask or decide, with errors, and what is asked once more before a decision. */
export const reviewerFormSamples: Readonly<Record<string, ClaimCardView>> = {
  'reviewer/comment': { ...asReviewer(underReview), form: 'comment' },
  'reviewer/request': { ...asReviewer(underReview), form: 'requestInformation' },
  'reviewer/request-errors': {
    ...asReviewer(underReview),
    form: 'requestInformation',
    errors: { reasons: { code: 'required' }, comment: { code: 'required' } },
  },
  'reviewer/reject': { ...asReviewer(underReview), form: 'reject' },
  'reviewer/reject-errors': {
    ...asReviewer(underReview),
    form: 'reject',
    typed: rejection,
    errors: { comment: { code: 'tooLong', data: { limit: 2000, length: 2104 } } },
  },
  'reviewer/confirm-reject': { ...asReviewer(underReview), form: 'confirmReject', typed: rejection },
  'reviewer/confirm-approve': { ...asReviewer(underReview), form: 'confirmApprove' },
};
