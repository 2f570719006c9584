import { hasInputs } from '../../cards/kit/card.ts';
import { holdsText, type Interaction, type Reply, typedIn } from '../../dialogs/interaction.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { refusalReply } from './claimReply.ts';

/**
 * Why something could not be shown, on the claim's current card. A comment typed on the pressed card is copied to this
 * card if it can still be sent: then the pressed card, whose buttons no longer work, can be replaced.
 */
export async function refusedLook(
  interaction: Interaction,
  number: string,
  refusal: Refusal,
): Promise<Reply> {
  const { comment = '', ...others } = typedIn(interaction);
  const reply = await refusalReply(interaction, number, refusal, { typed: { comment } });
  const keepsTyped = reply.kind === 'card' && hasInputs(reply.card) && !holdsText(others);
  return keepsTyped ? { ...reply, keepsTyped } : reply;
}
