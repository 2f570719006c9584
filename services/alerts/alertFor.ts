import type { FiledClaim } from '../claims/claim.ts';
import type { Alert, AlertEvent, Recipient } from './alert.ts';

const reviewersAreTold: readonly AlertEvent[] = ['newClaim', 'resubmitted', 'partnerComment'];
const partnersAreTold: readonly AlertEvent[] = ['actionRequired', 'reviewerComment', 'approved', 'rejected'];

/** R99: the partner's filer and whoever acted, the reviewers in their channel; the presser is not alerted. */
export function alertFor(
  claim: FiledClaim,
  event: AlertEvent,
  { at, actorId }: { readonly at: string; readonly actorId: string },
): Alert {
  const partners: Recipient[] = claim.followers
    .filter((follower) => follower.id !== actorId)
    .map(({ id }) => ({
      to: { kind: 'person', personId: id },
      notify: partnersAreTold.includes(event),
      result: 'waiting',
    }));
  const reviewers: Recipient = {
    to: { kind: 'reviewers' },
    notify: reviewersAreTold.includes(event),
    result: 'waiting',
  };
  return {
    number: claim.number,
    version: claim.version,
    partnerId: claim.partnerId,
    event,
    at,
    actorId,
    recipients: [...partners, reviewers],
    attempts: 0,
    nextAttemptAt: at,
  };
}
