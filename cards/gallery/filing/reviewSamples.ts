import type { FilingCardView } from '../../filing/filing.ts';
import type { Reader } from '../../kit/card.ts';
import { refusalText } from '../../text/refusal.ts';
import { atDynamicsStep, atStep, heldFinance, withoutHeld, withoutProof } from '../sampleFiling.ts';

/** The final check before submitting: ready, with a holder in the way, and with something to correct. */
export function reviewSamples(reader: Reader): Readonly<Record<string, FilingCardView>> {
  const incomplete = { tone: 'attention', text: refusalText({ code: 'incomplete' }, reader) } as const;
  return {
    review: atStep('review'),
    'review-dynamics': atDynamicsStep('review'),
    'review-arbitration': atDynamicsStep('review', {}, { arbitration: heldFinance }),
    'review-holder-appeared': {
      ...atDynamicsStep('review', { arbitration: { code: 'arbitrationNeeded' } }),
      notice: incomplete,
    },
    'review-correct': atDynamicsStep(
      'review',
      { 'technicalContact.email': { code: 'notAnEmail' } },
      { 'technicalContact.email': 'tess at contoso' },
    ),
    'review-not-provisioned': withoutHeld(
      atDynamicsStep('review', { 'line.dynamics-365-finance': { code: 'notProvisioned' } }),
    ),
    'review-not-ready': { ...withoutProof(notReady), notice: incomplete },
  };
}

const notReady = atDynamicsStep(
  'review',
  {
    customerTenantId: { code: 'notAGuid' },
    'subscriptionId.dynamics-365-sales': { code: 'subscriptionNeeded' },
    'customerContact.email': { code: 'notAnEmail' },
  },
  {
    customerTenantId: '1a2b3c4d',
    'subscriptionId.dynamics-365-sales': '',
    'customerContact.email': 'carl',
  },
);
