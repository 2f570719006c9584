import { system } from '../actor.ts';
import { type ContestAlert, contestTopic, recipientFor } from '../alert.ts';
import { audiences } from '../audience.ts';
import { claimsOn, isContested } from '../slot.ts';
import type { SlotChange } from './contestAlertFor.ts';

/**
 * R45: for each claim that held the slot of an ended subscription or competed for it, the system issues a command that
 * notifies its partner. Reviewers see on the contest's card that the contest is over.
 */
export function subscriptionEndedAlertFor(
  { before, after }: SlotChange,
  { customerTenantId, at }: { readonly customerTenantId: string; readonly at: string },
): ContestAlert | undefined {
  if (claimsOn(before).length === 0) return undefined;
  const { channel, claims } = audiences.contest.slotEnded;
  const recipients = [
    ...recipientFor({ kind: 'reviewers' }, isContested(before) ? channel : 'no'),
    ...claimsOn(before).flatMap((number) => recipientFor({ kind: 'claim', number }, claims)),
  ];
  return {
    kind: 'contest',
    topic: contestTopic(customerTenantId, after.slot),
    version: after.version,
    customerTenantId,
    slot: after.slot,
    ended: true,
    at,
    actorId: system.personId,
    recipients,
    attempts: 0,
    nextAttemptAt: at,
  };
}
