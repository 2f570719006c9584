import { type ClaimCardView, claimCard } from '../../claim/claim.ts';
import type { Reader } from '../../kit/card.ts';
import type { Sample } from '../sample.ts';
import { copySamples } from './copySamples.ts';
import { deadlineSamples } from './deadlineSamples.ts';
import { partnerAlertSamples } from './partnerAlertSamples.ts';
import { partnerFormSamples } from './partnerFormSamples.ts';
import { reviewerFormSamples } from './reviewerFormSamples.ts';
import { reviewerSamples } from './reviewerSamples.ts';
import { statusSamples } from './statusSamples.ts';

/** A submitted claim: both sides, every status, alert and form. */
export function claimSamples(reader: Reader): readonly Sample[] {
  const views: Readonly<Record<string, ClaimCardView>> = {
    ...statusSamples,
    ...copySamples,
    ...partnerAlertSamples,
    ...deadlineSamples,
    ...partnerFormSamples(reader),
    ...reviewerSamples,
    ...reviewerFormSamples,
  };
  return Object.entries(views).map(([id, view]) => ({ id: `claim/${id}`, card: claimCard(view, reader) }));
}
