import { historyCard } from '../../cards/history/history.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { type Interaction, typedIn } from '../../dialogs/interaction.ts';
import { say, showToPresserOnly } from '../../dialogs/say.ts';
import { claimReply, commandOf, refusalReply, viewReply } from '../replies/claimReply.ts';
import type { ChatContext } from '../routes/chatContext.ts';
import { resumeDraft } from './draftActions.ts';

/** Shows a claim, or one of its forms; for a draft, continues it. */
export async function openClaim(
  interaction: Interaction,
  { number, form }: Omit<Extract<Action, { verb: 'claim.open' }>, 'verb'>,
  chat: ChatContext,
): Promise<void> {
  const found = await interaction.claims.get(interaction.actor, number);
  if (!found.ok) return say(interaction, refusalText(found.refusal, interaction.reader));
  const claim = found.value;
  if (claim.status === 'Editing') return await resumeDraft(interaction, { number }, chat);
  if (!form) return void interaction.replies.push(await claimReply(interaction, claim));
  const extras = { form, typed: typedIn(interaction) };
  const view = await interaction.claims.view(interaction.actor, claim);
  if (!view.may.includes(commandOf[form])) {
    interaction.replies.push(await refusalReply(interaction, number, { code: 'changedMeanwhile' }, extras));
    return;
  }
  interaction.replies.push(viewReply(interaction, view, extras));
  // In a channel, the claim's card stays as it is for others.
  if (!interaction.personal) showToPresserOnly(interaction);
}

/** Shows a page of a claim's history (R96). */
export async function showHistory(
  interaction: Interaction,
  { number, olderThan, newerThan }: Extract<Action, { verb: 'claim.history' }>,
): Promise<void> {
  const found = await interaction.claims.lists.history(interaction.actor, number, { olderThan, newerThan });
  if (!found.ok) return say(interaction, refusalText(found.refusal, interaction.reader));
  const { claim, ...page } = found.value;
  const claimName = claim.status === 'Editing' ? claim.answers.claimName : claim.details.claimName;
  const view = {
    page,
    claimName: claimName ?? number,
    status: claim.status,
    names: await interaction.claims.names(),
    viewer: interaction.actor.kind,
    partnerName: await interaction.claims.partnerName(claim.partnerId),
  };
  interaction.replies.push({ kind: 'card', card: historyCard(view, interaction.reader), number });
}
