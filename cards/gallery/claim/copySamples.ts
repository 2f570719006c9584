import type { ClaimCardView } from '../../claim/claim.ts';
import { approved, asPartner, rejected, submitted } from '../sampleClaims.ts';
import { dynamicsDetails } from '../sampleDetails.ts';

const everySubscription = approved.details.lines.flatMap((line) =>
  line.kind === 'product' ? [line.subscriptionId] : [],
);

/** Claims whose subscriptions have ended or that were rejected: who may copy them into a new one. */
export const copySamples: Readonly<Record<string, ClaimCardView>> = {
  'partner/event-subscription-ended': {
    ...asPartner(approved),
    endedSubscriptions: everySubscription,
    event: 'subscriptionEnded',
    mayCopy: true,
  },
  'partner/event-subscription-ended-ask': {
    ...asPartner(approved),
    endedSubscriptions: everySubscription,
    event: 'subscriptionEnded',
    whoMayCopy: ['Ana Ruiz', 'Ivan Petrov'],
  },
  'partner/Rejected-ask': {
    ...asPartner(rejected),
    mayCopy: false,
    whoMayCopy: ['Ana Ruiz', 'Ivan Petrov', 'Nina Berg', 'Olga Sand', 'Piet Vos'],
  },
  'partner/event-subscription-ended-submitted': {
    ...asPartner({ ...submitted, details: dynamicsDetails }),
    endedSubscriptions: ['3f2a9c10-77de-4b1e-9a55-0c6f1d2e3b4a'],
    event: 'subscriptionEnded',
  },
};
