import type { Claims } from '../claims/claims.ts';
import { programme } from '../domain/actor.ts';
import { alertId, type ContestAlert } from '../domain/alert.ts';
import type { Command } from '../domain/command.ts';
import type { Delivery } from './dispatcher.ts';

/**
 * Tells the partner of a claim on a slot, by a command of the programme on that claim: that it goes to arbitration (R52),
 * or that its subscription has ended (R45). A refusal is an answer too: it has been told before, or is decided by now.
 */
export async function tellClaim(
  claims: Pick<Claims, 'carryOut'>,
  alert: ContestAlert,
  number: string,
): Promise<Delivery> {
  const target = { number, commandId: `${alertId(alert.topic, alert.version)}|${number}` };
  const outcome = await claims.carryOut(programme, target, commandOf(alert));
  return outcome.ok || outcome.refusal.code !== 'notSaved' ? { kind: 'sent' } : { kind: 'later' };
}

const commandOf = ({ ended, slot }: ContestAlert): Command =>
  ended
    ? { name: 'announceEnd', subscriptionId: slot.slice(slot.indexOf(':') + 1) }
    : { name: 'announceArbitration' };
