import type { ClaimCardView } from '../../claim/claim.ts';

/** A link to a proof, as it stands on the card once the proof was asked for. */
export const openedProof: NonNullable<ClaimCardView['proofLinks']>[number] = {
  name: 'Statement of work, signed.pdf',
  url: 'https://files.example/x?sig=1',
  minutes: 5,
};
