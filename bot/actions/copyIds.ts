import type { Action } from '../../cards/kit/verbs.ts';
import { claimIdsText } from '../../cards/text/claimIds.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { refusalReply } from '../replies/claimReply.ts';

/** R6: the IDs by which an approved claim is found in payout reports, as a separate message below the card. */
export async function copyIds(
  interaction: Interaction,
  { number }: Extract<Action, { verb: 'claim.copyIds' }>,
): Promise<void> {
  const found = await interaction.claims.get(interaction.actor, number);
  if (!found.ok || found.value.status !== 'Approved') {
    const refusal = found.ok
      ? ({ code: 'wrongStatus', data: { command: 'copyIds', status: found.value.status } } as const)
      : found.refusal;
    interaction.replies.push(await refusalReply(interaction, number, refusal));
    return;
  }
  const { names } = await interaction.claims.view(interaction.actor, found.value);
  const text = claimIdsText({ number, details: found.value.details, names }, interaction.reader);
  interaction.replies.push({ kind: 'text', text, below: interaction.personal });
}
