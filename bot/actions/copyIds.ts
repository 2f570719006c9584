import type { Action } from '../../cards/kit/verbs.ts';
import { claimIdsText } from '../../cards/text/claimIds.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { refusalReply } from '../replies/claimReply.ts';

/** R6: the IDs by which an approved claim is found in payout reports, as a separate message below the card. */
export async function copyIds(
  turn: Turn,
  { number }: Extract<Action, { verb: 'claim.copyIds' }>,
): Promise<void> {
  const found = await turn.claims.open(turn.actor, number);
  if (!found.ok || found.value.status !== 'Approved') {
    const refusal = found.ok
      ? ({ code: 'wrongStatus', data: { command: 'copyIds', status: found.value.status } } as const)
      : found.refusal;
    turn.replies.push(await refusalReply(turn, number, refusal));
    return;
  }
  const { names } = await turn.claims.view(turn.actor, found.value);
  const text = claimIdsText({ number, details: found.value.details, names }, turn.reader);
  turn.replies.push({ kind: 'text', text, below: turn.personal });
}
