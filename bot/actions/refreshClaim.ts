import type { Card } from '../../cards/kit/card.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { claimReply } from '../replies/claimReply.ts';

/** The claim's current card for this person; undefined if they may not see one. Changes nothing. */
export async function refreshedCard(interaction: Interaction, number: string): Promise<Card | undefined> {
  const found = await interaction.claims.get(interaction.actor, number);
  if (!found.ok || found.value.status === 'Editing') return undefined;
  const reply = await claimReply(interaction, found.value);
  return reply.kind === 'card' ? reply.card : undefined;
}
