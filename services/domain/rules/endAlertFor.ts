import { programme } from '../actor.ts';
import { type ContestAlert, contestTopic, type Recipient } from '../alert.ts';
import { claimsOn, isContested } from '../slot.ts';
import type { SlotChange } from './contestAlertFor.ts';

/**
 * R45: the claims that held the slot of an ended subscription or contended for it are told, each by a command of its own;
 * reviewers see on the contest's card that it is over.
 */
export function endAlertFor(
  { before, after }: SlotChange,
  { customerTenantId, at }: { readonly customerTenantId: string; readonly at: string },
): ContestAlert | undefined {
  const claims = claimsOn(before);
  if (claims.length === 0) return undefined;
  const waiting = { notify: false, result: 'waiting' } as const;
  const recipients: Recipient[] = [
    ...(isContested(before) ? [{ to: { kind: 'reviewers' as const }, ...waiting }] : []),
    ...claims.map((number) => ({ to: { kind: 'claim' as const, number }, ...waiting })),
  ];
  return {
    kind: 'contest',
    topic: contestTopic(customerTenantId, after.slot),
    version: after.version,
    customerTenantId,
    slot: after.slot,
    ended: true,
    at,
    actorId: programme.personId,
    recipients,
    attempts: 0,
    nextAttemptAt: at,
  };
}
