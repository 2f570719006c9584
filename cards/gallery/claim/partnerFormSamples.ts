import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import type { ClaimCardView } from '../../claim/claim.ts';
import type { Reader } from '../../kit/card.ts';
import { refusalText } from '../../text/refusal.ts';
import { actionRequired, approved, asPartner, rejected, submitted, underReview } from '../sampleClaims.ts';
import { proofs, revenueDetails } from '../sampleDetails.ts';
import { openedProof } from './openedProof.ts';

const answered: SubmittedClaim = {
  ...actionRequired,
  answered: true,
  proofs: [
    ...proofs,
    ...proofs.slice(0, 1).map((first) => ({
      ...first,
      id: 'signed',
      name: 'Page 3, signed.pdf',
      addedAt: '2026-11-21T09:00:00.000Z',
    })),
  ],
};

/** A partner's forms and opened files on a claim, and the notices and errors that may follow. */
export const partnerFormSamples = (reader: Reader): Readonly<Record<string, ClaimCardView>> => ({
  'partner/answered': asPartner(answered),
  'partner/answer-missing': {
    ...asPartner(actionRequired),
    typed: { comment: '' },
    errors: { comment: { code: 'required' } },
  },
  'partner/comment': { ...asPartner(submitted), form: 'comment' },
  'partner/rejected-too-late': { ...asPartner(rejected), may: [] },
  'partner/stale': {
    ...asPartner(underReview),
    notice: { tone: 'warning', text: refusalText({ code: 'changedMeanwhile' }, reader) },
  },
  'partner/proof-link': { ...asPartner(approved), proofLinks: [openedProof] },
  'partner/revenue-association': asPartner({ ...submitted, details: revenueDetails }),
});
