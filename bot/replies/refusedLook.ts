import { hasInputs } from '../../cards/kit/card.ts';
import { holdsText, type Reply, type Turn, typedIn } from '../../dialogs/turn.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { refusalReply } from './claimReply.ts';

/**
 * Why something could not be shown, on the claim's current card. A comment typed on the pressed card is copied to this
 * card if it can still be sent: then the pressed card, whose buttons no longer work, can be replaced.
 */
export async function refusedLook(turn: Turn, number: string, refusal: Refusal): Promise<Reply> {
  const { comment = '', ...others } = typedIn(turn);
  const reply = await refusalReply(turn, number, refusal, { typed: { comment } });
  const keepsTyped = reply.kind === 'card' && hasInputs(reply.card) && !holdsText(others);
  return keepsTyped ? { ...reply, keepsTyped } : reply;
}
