import { alertId, type ContestAlert } from '../domain/alert.ts';
import type { Command } from '../domain/command.ts';
import type { Outcome } from '../domain/refusal.ts';
import type { Delivery } from './delivery.ts';

/** Executes a command of the system on one claim, once for each command ID. */
export type ActAsSystem = (
  target: { readonly number: string; readonly commandId: string },
  command: Command,
) => Promise<Outcome<unknown>>;

/**
 * Issues a command of the system on a claim on a slot. The command lets the partner know that the claim goes to
 * arbitration (R52), or that its subscription has ended (R45). A refusal counts as done: it happened before, or the
 * claim is decided by now.
 */
export async function tellClaim(
  actAsSystem: ActAsSystem,
  alert: ContestAlert,
  number: string,
): Promise<Delivery> {
  const target = { number, commandId: `${alertId(alert.topic, alert.version)}|${number}` };
  const outcome = await actAsSystem(target, commandOf(alert));
  return outcome.ok || outcome.refusal.code !== 'notSaved'
    ? { kind: 'sent', silent: true }
    : { kind: 'ours', why: 'notSaved' };
}

const commandOf = ({ ended, slot }: ContestAlert): Command =>
  ended
    ? { name: 'announceSubscriptionEnd', subscriptionId: slot.slice(slot.indexOf(':') + 1) }
    : { name: 'announceArbitration' };
