import type { AlertEvent, ClaimAlert, Recipient } from '../alert.ts';
import type { FiledClaim } from '../claim.ts';
import type { Person } from '../person.ts';

const reviewersAreTold: readonly AlertEvent[] = ['newClaim', 'resubmitted', 'partnerComment'];
const partnersAreTold: readonly AlertEvent[] = [
  'actionRequired',
  'reviewerComment',
  'approved',
  'rejected',
  'subscriptionEnded',
  'deadlineNear',
];

/** By person ID: from which instant on, and until when, somebody is told. */
export type Mornings = Readonly<Record<string, Required<Pick<Recipient, 'from' | 'until'>>>>;

/** These bring cards up to date although the status stays. */
const refreshing: readonly AlertEvent[] = ['edited', 'reviewTakenOver'];

/** What happened to the claim, and who did it. */
export interface Occasion {
  readonly event: AlertEvent;
  /** The status has changed. */
  readonly moved: boolean;
  readonly at: string;
  readonly actorId: string;
  /** When each reader may be told, by person ID; others are told at once (R79). */
  readonly mornings?: Mornings;
}

/**
 * R99: the partner's filer and whoever acted, the reviewers in their channel; the presser is not alerted. Cards are
 * brought up to date only when the status has changed, or what is claimed, or who reviews it: somebody may be typing on one, and Teams
 * would drop the words.
 */
export function alertFor(claim: FiledClaim, occasion: Occasion): ClaimAlert | undefined {
  const recipients = recipientsOf(claim, occasion);
  if (recipients.length === 0) return undefined;
  const { number, version, partnerId } = claim;
  const { event, at, actorId } = occasion;
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
    nextAttemptAt: firstAttempt(recipients, at),
  };
}

const firstAttempt = (recipients: readonly Recipient[], at: string): string =>
  recipients.map(({ from }) => from ?? at).reduce((first, next) => (next < first ? next : first));

function recipientsOf(claim: FiledClaim, occasion: Occasion): Recipient[] {
  const { event, moved, actorId, mornings = {} } = occasion;
  if (event === 'deadlineNear') {
    return claim.followers.map((one) => ({ ...person(true)(one), ...mornings[one.id] }));
  }
  if (event === 'arbitration') return claim.followers.map(person(false));
  const everyone: Recipient[] = [
    ...claim.followers.map(person(partnersAreTold.includes(event))),
    ...claim.reviewers.map(person(false)),
    { to: { kind: 'reviewers' }, notify: reviewersAreTold.includes(event), result: 'waiting' },
  ];
  return everyone.filter(
    ({ to, notify }) =>
      (notify || moved || refreshing.includes(event)) && !(to.kind === 'person' && to.personId === actorId),
  );
}

const person =
  (notify: boolean) =>
  (one: Person): Recipient => ({ to: { kind: 'person', personId: one.id }, notify, result: 'waiting' });
