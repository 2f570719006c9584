import type { FiledClaim } from '../../services/domain/claim.ts';
import { type ClaimCardView, claimCard } from '../claim/claim.ts';
import type { Reader } from '../kit/card.ts';
import { refusalText } from '../text/refusal.ts';
import { heldContest } from './contestSamples.ts';
import type { Sample } from './sample.ts';
import {
  actionRequired,
  approved,
  asPartner,
  asReviewer,
  rejected,
  resubmitted,
  submitted,
  underReview,
} from './sampleClaims.ts';
import { comments, dynamicsDetails, proofs, revenueDetails } from './sampleDetails.ts';

const statuses: Readonly<Record<string, FiledClaim>> = {
  submitted,
  resubmitted,
  'under-review': underReview,
  'action-required': actionRequired,
  approved,
  rejected,
};

const rejection = {
  reason: 'InsufficientProof',
  comment: 'The statement of work is for another customer, and the report is not dated.',
};
const holderAsked: FiledClaim = {
  ...approved,
  comments: [
    {
      at: '2026-11-20T18:00:00.000Z',
      by: { id: 'person:rita', name: 'Rita Reviewer' },
      side: 'reviewer',
      text: 'Can you show the minutes of the kick-off?',
      answerBy: '2026-11-28T08:00:00.000Z',
    },
  ],
};
const answered: FiledClaim = {
  ...actionRequired,
  answered: true,
  proofs: [
    ...proofs,
    {
      ...(proofs[0] as (typeof proofs)[number]),
      id: 'signed',
      name: 'Page 3, signed.pdf',
      addedAt: '2026-11-21T09:00:00.000Z',
    },
  ],
};

/** R73: nobody answered. */
const expired: FiledClaim = {
  ...rejected,
  rejectedBy: { id: 'programme', name: '' },
  rejectedAt: '2026-11-28T08:00:00.000Z',
  reason: 'NoPartnerResponse',
  comment: '',
  comments: actionRequired.comments,
  disputeUntil: '2026-12-29T08:00:00.000Z',
};
/** When every clock of the samples but the last has run out. */
const afterwards = '2026-11-30T18:00:00.000Z';

/** A submitted claim: both sides, every status, alert and form. */
export function claimSamples(reader: Reader): readonly Sample[] {
  const stale = { tone: 'warning' as const, text: refusalText({ code: 'changedMeanwhile' }, reader) };
  const link = { name: 'Statement of work, signed.pdf', url: 'https://files.example/x?sig=1', minutes: 5 };
  const views: Readonly<Record<string, ClaimCardView>> = {
    ...Object.fromEntries(
      Object.entries(statuses).flatMap(([status, claim]) => [
        [`partner/${status}`, asPartner(claim)],
        [`reviewer/${status}`, asReviewer(claim)],
      ]),
    ),
    'partner/event-subscription-ended': {
      ...asPartner(approved),
      endedSubscriptions: approved.details.lines.flatMap((line) =>
        line.kind === 'product' ? [line.subscriptionId] : [],
      ),
      event: 'subscriptionEnded',
      again: true,
    },
    'partner/event-subscription-ended-ask': {
      ...asPartner(approved),
      endedSubscriptions: approved.details.lines.flatMap((line) =>
        line.kind === 'product' ? [line.subscriptionId] : [],
      ),
      event: 'subscriptionEnded',
      againBy: ['Ana Ruiz', 'Ivan Petrov'],
    },
    'partner/Rejected-ask': {
      ...asPartner(rejected),
      again: false,
      againBy: ['Ana Ruiz', 'Ivan Petrov', 'Nina Berg', 'Olga Sand', 'Piet Vos'],
    },
    'partner/event-subscription-ended-submitted': {
      ...asPartner({ ...submitted, details: dynamicsDetails }),
      endedSubscriptions: ['3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a'],
      event: 'subscriptionEnded',
    },
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
    'partner/expired': asPartner(expired, afterwards),
    'reviewer/expired': asReviewer(expired, afterwards),
    'partner/holder-asked': { ...asPartner(holderAsked), event: 'reviewerComment' },
    'reviewer/holder-asked': asReviewer(holderAsked),
    'reviewer/ask-holder': {
      ...asReviewer(approved),
      contests: [heldContest],
      asksHolder: true,
      form: 'comment',
    },
    'partner/submitted-late': asPartner(submitted, afterwards),
    'partner/under-review-late': asPartner(underReview, afterwards),
    'reviewer/submitted-late': asReviewer(submitted, afterwards),
    'reviewer/under-review-late': asReviewer(underReview, afterwards),
    'reviewer/under-review-today': asReviewer(underReview, '2026-11-24T18:00:00.000Z'),
    'partner/answered': asPartner(answered),
    'partner/answer-missing': {
      ...asPartner(actionRequired),
      typed: { comment: '' },
      errors: { comment: { code: 'required' } },
    },
    'partner/comment': { ...asPartner(submitted), form: 'comment' },
    'partner/rejected-too-late': { ...asPartner(rejected), may: [] },
    'partner/stale': { ...asPartner(underReview), notice: stale },
    'partner/proof-link': { ...asPartner(approved), proofLinks: [link] },
    'partner/revenue-association': asPartner({ ...submitted, details: revenueDetails }),
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
    'reviewer/proof-link': { ...asReviewer(underReview), proofLinks: [link] },
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
  return Object.entries(views).map(([id, view]) => ({ id: `claim/${id}`, card: claimCard(view, reader) }));
}
