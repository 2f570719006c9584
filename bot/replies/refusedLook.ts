import { hasInputs } from '../../cards/kit/card.ts';
import { holdsText, type Interaction, type Reply, typedIn } from '../../dialogs/interaction.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { refusalReply } from './claimReply.ts';

/**
 * Why a look was refused, on the claim's present card. A comment typed on the pressed card stands on this one where it
 * can still be sent: then the pressed card, which offers what is not possible any more, does not have to stay for it.
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
