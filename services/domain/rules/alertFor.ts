import { type Addressee, type AlertEvent, type ClaimAlert, type Recipient, recipientFor } from '../alert.ts';
import { audienceOf } from '../audience.ts';
import type { SubmittedClaim } from '../claim.ts';

/** By person ID: from when and until when the person can be notified. */
export type SendingTimes = Readonly<Record<string, Required<Pick<Recipient, 'from' | 'until'>>>>;

/** What happened to the claim, and who did it. */
export interface AlertCause {
  readonly event: AlertEvent;
  /** The status has changed. */
  readonly moved: boolean;
  readonly at: string;
  readonly actorId: string;
  /** When each reader may be notified, by person ID; others are notified at once (R79). */
  readonly mornings?: SendingTimes;
}

/**
 * Makes the alert for the recipients that the event's row names, except the person who acted: the claim's followers at
 * the partner, the reviewers in their channel and in their own chats. A card on which somebody may be typing is not
 * redrawn when nothing on it changes, because Teams would discard the typed words.
 */
export function alertFor(claim: SubmittedClaim, cause: AlertCause): ClaimAlert | undefined {
  const recipients = recipientsOf(claim, cause);
  if (recipients.length === 0) return undefined;
  const { number, version, partnerId } = claim;
  const { event, at, actorId } = cause;
  return {
    kind: 'claim',
    topic: number,
    number,
    version,
    partnerId,
    event,
    at,
    actorId,
    recipients,
    attempts: 0,
    // A reminder is also checked now, and then on each morning on which somebody may read it.
    nextAttemptAt: at,
  };
}

function recipientsOf(
  claim: SubmittedClaim,
  { event, moved, actorId, mornings = {} }: AlertCause,
): Recipient[] {
  const { partner, channel, reviewers, status } = audienceOf(event);
  const refreshes = moved || status !== 'mayMove';
  const everyone = [
    ...claim.followers.flatMap(({ id }) =>
      recipientFor(person(id), partner).map((one) => ({ ...one, ...mornings[id] })),
    ),
    ...claim.reviewers.flatMap(({ id }) => recipientFor(person(id), reviewers)),
    ...recipientFor({ kind: 'reviewers' }, channel),
  ];
  return everyone.filter(
    ({ to, notify }) => (notify || refreshes) && !(to.kind === 'person' && to.personId === actorId),
  );
}

const person = (personId: string): Addressee => ({ kind: 'person', personId });
