import type { Claims } from '../claims/claimService.ts';
import { programme } from '../directory/directory.ts';
import { alertId, type ContestAlert } from './alert.ts';
import type { Delivery } from './dispatcher.ts';

/**
 * Tells the partner whose claim was there first (R52), by a command of the programme on that claim. A refusal is an
 * answer too: it has been told before, or the claim is decided, or nobody contends any more.
 */
export async function announceArbitration(
  claims: Pick<Claims, 'carryOut'>,
  alert: ContestAlert,
  number: string,
): Promise<Delivery> {
  const target = { number, commandId: `${alertId(alert.topic, alert.version)}|${number}` };
  const outcome = await claims.carryOut(programme, target, { name: 'announceArbitration' });
  return outcome.ok || outcome.refusal.code !== 'notSaved' ? { kind: 'sent' } : { kind: 'later' };
}
