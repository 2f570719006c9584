import type { ClaimView } from '../../services/claims/views.ts';
import type {
  ApprovedClaim,
  AwaitingReviewClaim,
  PartnerActionRequiredClaim,
  RejectedClaim,
  SubmittedClaim,
  UnderReviewClaim,
} from '../../services/domain/claim.ts';
import type { CommandName } from '../../services/domain/command.ts';
import { clockOf } from '../../services/domain/rules/claimClock.ts';
import { ann, comments, details, dynamicsDetails, names, proofs, rita } from './sampleDetails.ts';
import { sampleCalendar, sampleNow } from './sampleReader.ts';

const filed = {
  number: 'C-7F3K-9Q2M',
  version: 7,
  statusVersion: 5,
  partnerId: 'fabrikam',
  filedBy: ann,
  proofs,
  createdAt: '2026-11-16T16:00:00.000Z',
  updatedAt: '2026-11-18T15:40:00.000Z',
  details,
  submittedAt: '2026-11-16T17:30:00.000Z',
  comments: comments.slice(0, 1),
  followers: [ann],
  reviewers: [rita],
  historySeq: 6,
  clock: { budget: 10, used: 0, since: '2026-11-16T17:30:00.000Z' },
};

const requestText =
  'Page 3 lacks the customer’s signature, and the report names Exchange Online only. Please send the signed page and something that shows Teams.';

export const submitted: AwaitingReviewClaim = {
  ...filed,
  status: 'Submitted',
  resubmitted: false,
  beginBy: '2026-11-24T08:00:00.000Z',
};
export const resubmitted: AwaitingReviewClaim = { ...submitted, resubmitted: true, comments };
export const underReview: UnderReviewClaim = {
  ...filed,
  status: 'UnderReview',
  reviewer: rita,
  reviewStartedAt: '2026-11-17T18:00:00.000Z',
  decideBy: '2026-11-25T08:00:00.000Z',
  comments,
};
export const actionRequired: PartnerActionRequiredClaim = {
  ...filed,
  status: 'PartnerActionRequired',
  reviewer: rita,
  request: {
    reasons: ['CustomerAcknowledgmentMissing', 'ProductsMissing'],
    comment: requestText,
    by: rita,
    at: '2026-11-20T18:30:00.000Z',
  },
  answerBy: '2026-11-28T08:00:00.000Z',
  answered: false,
  comments: [...comments, { at: '2026-11-20T18:30:00.000Z', by: rita, side: 'reviewer', text: requestText }],
};
export const approved: ApprovedClaim = {
  ...filed,
  status: 'Approved',
  approvedBy: rita,
  approvedAt: '2026-11-20T19:00:00.000Z',
  details: dynamicsDetails,
};
export const rejected: RejectedClaim = {
  ...filed,
  status: 'Rejected',
  rejectedBy: rita,
  rejectedAt: '2026-11-20T19:00:00.000Z',
  reason: 'InsufficientProof',
  comment: 'The statement of work is for another customer, and the report is not dated.',
  disputeUntil: '2026-12-21T08:00:00.000Z',
};

const partnerMay: Readonly<Record<SubmittedClaim['status'], readonly CommandName[]>> = {
  Submitted: ['comment', 'addProof', 'edit'],
  UnderReview: ['comment'],
  PartnerActionRequired: ['comment', 'addProof', 'edit', 'resubmit'],
  Approved: ['comment'],
  Rejected: ['comment'],
};
const reviewerMay: Readonly<Record<SubmittedClaim['status'], readonly CommandName[]>> = {
  Submitted: ['startReview', 'comment'],
  UnderReview: ['requestInformation', 'approve', 'reject', 'comment'],
  PartnerActionRequired: ['comment'],
  Approved: ['comment'],
  Rejected: ['comment'],
};

/** A claim as the partner sees it, on the Saturday of the samples unless told otherwise. */
export const asPartner = (claim: SubmittedClaim, now = sampleNow): ClaimView => ({
  claim,
  viewer: 'partner',
  may: partnerMay[claim.status],
  partnerName: 'Fabrikam Consulting',
  customerName: 'Contoso Ltd',
  locationName: 'Seattle office',
  names,
  ...clockAt(claim, now),
  ...(claim.status === 'Rejected' ? { mayCopy: true } : {}),
});

/** The same claim as a reviewer sees it. */
export const asReviewer = (claim: SubmittedClaim, now = sampleNow): ClaimView => ({
  ...asPartner(claim, now),
  viewer: 'reviewer',
  may: reviewerMay[claim.status],
  mayCopy: false,
});

function clockAt(claim: SubmittedClaim, now: string): Pick<ClaimView, 'clock'> {
  const clock = clockOf(claim, now, sampleCalendar);
  return clock ? { clock } : {};
}
