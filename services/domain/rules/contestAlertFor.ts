import { type ContestAlert, contestTopic, recipientFor } from '../alert.ts';
import { audiences } from '../audience.ts';
import type { SubmittedClaim } from '../claim.ts';
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
  claim: SubmittedClaim,
  { at, actorId }: { readonly at: string; readonly actorId: string },
): ContestAlert | undefined {
  const [was, is] = [isContested(before), isContested(after)];
  if (!was && !is) return undefined;
  const joined = is && !claimsOn(before).includes(claim.number);
  const { channel, claims } = audiences.contest[joined ? 'competingClaim' : 'contestChanged'];
  const first = is && !was ? claimsOn(before).filter((number) => number !== claim.number) : [];
  const { customerTenantId } = claim.details;
  const recipients = [
    ...recipientFor({ kind: 'reviewers' }, channel),
    ...first.flatMap((number) => recipientFor({ kind: 'claim', number }, claims)),
  ];
  return {
    kind: 'contest',
    topic: contestTopic(customerTenantId, after.slot),
    version: after.version,
    customerTenantId,
    slot: after.slot,
    ...(joined ? { joined: claim.number } : {}),
    at,
    actorId,
    recipients,
    attempts: 0,
    nextAttemptAt: at,
  };
}
