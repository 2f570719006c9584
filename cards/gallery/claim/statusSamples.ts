import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import type { ClaimCardView } from '../../claim/claim.ts';
import {
  actionRequired,
  approved,
  asPartner,
  asReviewer,
  rejected,
  resubmitted,
  submitted,
  underReview,
} from '../sampleClaims.ts';

const statuses: Readonly<Record<string, SubmittedClaim>> = {
  submitted,
  resubmitted,
  'under-review': underReview,
  'action-required': actionRequired,
  approved,
  rejected,
};

/** A claim in every status, on both sides. */
export const statusSamples: Readonly<Record<string, ClaimCardView>> = Object.fromEntries(
  Object.entries(statuses).flatMap(([status, claim]) => [
    [`partner/${status}`, asPartner(claim)],
    [`reviewer/${status}`, asReviewer(claim)],
  ]),
);
