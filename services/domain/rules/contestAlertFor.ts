import { type ContestAlert, contestTopic, waitingFor } from '../alert.ts';
import { audiences } from '../audience.ts';
import type { FiledClaim } from '../claim.ts';
import { claimsOn, isContested, type Slot } from '../slot.ts';

/** What a command has done to one slot. */
export interface SlotChange {
  readonly before: Slot;
  readonly after: Slot;
}

/**
 * R54: reviewers are notified when a contest begins and when another claim joins it; a claim that leaves, or changes
 * status, only updates the contest's card. The partner of an earlier claim is notified in general words, by a separate
 * command on that claim.
 */
export function contestAlertFor(
  { before, after }: SlotChange,
  claim: FiledClaim,
  { at, actorId }: { readonly at: string; readonly actorId: string },
): ContestAlert | undefined {
  const [was, is] = [isContested(before), isContested(after)];
  if (!was && !is) return undefined;
  const joined = is && !claimsOn(before).includes(claim.number);
  const { channel, claims } = audiences.contest[joined ? 'competingClaim' : 'contestChanged'];
  const first = is && !was ? claimsOn(before).filter((number) => number !== claim.number) : [];
  const { customerTenantId } = claim.details;
  const recipients = [
    ...waitingFor({ kind: 'reviewers' }, channel),
    ...first.flatMap((number) => waitingFor({ kind: 'claim', number }, claims)),
  ];
  return {
    kind: 'contest',
    topic: contestTopic(customerTenantId, after.slot),
    version: after.version,
    customerTenantId,
    slot: after.slot,
    ...(joined ? { newcomer: claim.number } : {}),
    at,
    actorId,
    recipients,
    attempts: 0,
    nextAttemptAt: at,
  };
}
