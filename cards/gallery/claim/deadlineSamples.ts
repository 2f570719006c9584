import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import type { ClaimCardView } from '../../claim/claim.ts';
import { heldContest } from '../contestSamples.ts';
import {
  actionRequired,
  approved,
  asPartner,
  asReviewer,
  rejected,
  submitted,
  underReview,
} from '../sampleClaims.ts';

/** R73: nobody answered. */
const expired: SubmittedClaim = {
  ...rejected,
  rejectedBy: { id: 'system', name: '' },
  rejectedAt: '2026-11-28T08:00:00.000Z',
  reason: 'NoPartnerResponse',
  comment: '',
  comments: actionRequired.comments,
  disputeUntil: '2026-12-29T08:00:00.000Z',
};
const holderAsked: SubmittedClaim = {
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
/** After the deadlines of all samples but “answerBy”. */
const afterwards = '2026-11-30T18:00:00.000Z';

/** Deadlines that have passed or are today, and the day by which a holder is asked to answer. */
export const deadlineSamples: Readonly<Record<string, ClaimCardView>> = {
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
};
