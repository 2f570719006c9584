import { openDraftsCard } from '../../cards/draft/openDrafts.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { postCardsBelow, say } from '../../dialogs/say.ts';
import { presentReply } from '../replies/claimReply.ts';
import { refusedNavigation } from '../replies/refusedNavigation.ts';
import type { ChatContext } from '../routes/chatContext.ts';
import { beginFiling, mayFile, personalOnly } from './beginFiling.ts';

/** Begins a claim. If there are open drafts, asks which to continue, unless a new claim was asked for explicitly. */
export async function newClaim(
  interaction: Interaction,
  chat: ChatContext,
  { fresh = false }: { readonly fresh?: boolean | undefined } = {},
): Promise<void> {
  if (!(await mayFile(interaction)) || !personalOnly(interaction)) return;
  const { actor, claims, reader } = interaction;
  const drafts = fresh ? [] : await claims.lists.openDrafts(actor);
  if (drafts.length === 0) return await beginFiling(chat, { step: 'customer', resume: true });
  const listed = drafts.map((draft) => claims.lists.listed(draft, actor));
  interaction.replies.push({ kind: 'card', card: openDraftsCard({ drafts: listed }, reader) });
}

/**
 * D14: creates a draft filled in from a claim, and opens it at its first incomplete step. The same press as one whose
 * draft was deleted since is not sure to be meant: it says so, and the next press begins another.
 */
export async function newClaimFrom(
  interaction: Interaction,
  number: string,
  chat: ChatContext,
): Promise<void> {
  if (!personalOnly(interaction)) return;
  const begun = await interaction.claims.copyClaim(interaction.actor, number, interaction.commandId);
  if (begun.ok) {
    await beginFiling(chat, { number: begun.value.number, resume: true });
    // The form goes below, so that the reason of a rejection stays readable next to it.
    return postCardsBelow(interaction);
  }
  const { refusal } = begun;
  if (refusal.code === 'alreadySubmitted')
    return say(interaction, messageText('againSubmitted', {}, interaction.reader));
  if (refusal.code === 'draftDeleted') {
    const text = messageText(
      'copyDeleted',
      { reason: refusalText(refusal, interaction.reader) },
      interaction.reader,
    );
    const notice = { text, tone: 'warning' } as const;
    interaction.replies.push(
      await presentReply(interaction, number, { notice, copyAfter: refusal.data.number }),
    );
    return;
  }
  interaction.replies.push(await refusedNavigation(interaction, number, refusal));
}

/** A new claim for waiting files. Its form goes below: until there is a draft, the files can go elsewhere. */
export async function newClaimFor(
  interaction: Interaction,
  files: readonly string[],
  chat: ChatContext,
): Promise<void> {
  if (!(await mayFile(interaction)) || !personalOnly(interaction)) return;
  await beginFiling(chat, { step: 'customer', files, resume: true });
  postCardsBelow(interaction);
}
