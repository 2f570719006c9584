import { deleteDraftCard, draftDeletedCard } from '../../cards/draft/draftDeletion.ts';
import { draftTakeOverCard } from '../../cards/draft/draftTakeOver.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { openForm } from '../../dialogs/filingState.ts';
import { type Interaction, noticeOf } from '../../dialogs/interaction.ts';
import type { FilingStep } from '../../services/domain/answers.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { ownerOf } from '../../services/domain/rules/draftOwner.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';
import { presentReply } from '../replies/claimReply.ts';
import type { ChatContext } from '../routes/chatContext.ts';
import { beginFiling, personalOnly } from './beginFiling.ts';

type DeletePress = Extract<Action, { verb: 'draft.delete' }>;

/** D13: nobody continues a colleague's draft by accident. True when the card that says whose it is has been shown. */
export async function showOwner(interaction: Interaction, number: string): Promise<boolean> {
  const found = await interaction.claims.get(interaction.actor, number);
  if (!found.ok || found.value.status !== 'Editing') return false;
  if (ownerOf(found.value).id === interaction.actor.personId) return false;
  interaction.replies.push({
    kind: 'card',
    card: draftTakeOverCard(found.value, interaction.reader),
    number,
  });
  return true;
}

/** Continues a draft at the given step or its first incomplete one; a colleague's only after taking it over. */
export async function resumeDraft(
  interaction: Interaction,
  { number, step }: { readonly number: string; readonly step?: FilingStep | undefined },
  chat: ChatContext,
): Promise<void> {
  if (await showOwner(interaction, number)) return;
  await beginFiling(chat, { number, ...(step ? { step } : {}), resume: true });
}

/** Takes a draft over and continues it. */
export async function takeOverDraft(
  interaction: Interaction,
  { number }: { readonly number: string },
  chat: ChatContext,
): Promise<void> {
  if (!personalOnly(interaction)) return;
  const { claims, actor, commandId } = interaction;
  const taken = await claims.drafts.takeOver(actor, { number, commandId });
  if (!taken.ok) return await explain(interaction, number, taken.refusal);
  await beginFiling(chat, { number, resume: true });
}

/** Asks for confirmation, then deletes a draft and closes its form. */
export async function deleteDraft(
  interaction: Interaction,
  action: DeletePress,
  { dialogs }: ChatContext,
): Promise<void> {
  if (!personalOnly(interaction)) return;
  const { claims, actor, commandId, reader } = interaction;
  const { number, version, confirmed } = action;
  if (!confirmed) return await ask(interaction, action);
  const deleted = await claims.deleteDraft(actor, { number, version, commandId });
  if (!deleted.ok) {
    // Somebody may have added work, so the current draft is shown and the question is repeated.
    if (deleted.refusal.code === 'changedMeanwhile') return await ask(interaction, action, 'changed');
    return await explain(interaction, number, deleted.refusal);
  }
  const options = { own: true, mayFile: mayIssue(actor, 'submit') };
  interaction.replies.push({ kind: 'card', card: draftDeletedCard(deleted.value, reader, options) });
  const dc = await dialogs();
  if (openForm(dc)?.number === number) await dc.cancelAllDialogs();
}

async function ask(interaction: Interaction, { number, step }: DeletePress, why?: 'changed'): Promise<void> {
  const { claims, actor, reader } = interaction;
  const found = await claims.get(actor, number);
  if (!found.ok) return await explain(interaction, number, found.refusal);
  if (found.value.status !== 'Editing')
    return await explain(interaction, number, { code: 'alreadySubmitted' });
  const text = why && messageText('draftChangedMeanwhile', {}, reader);
  const card = deleteDraftCard(
    {
      draft: found.value,
      ...(step ? { step } : {}),
      ...(text ? { notice: { tone: 'warning' as const, text } } : {}),
    },
    reader,
  );
  interaction.replies.push({ kind: 'card', card, number });
}

/** Says why not; on the claim's card if the draft has been submitted. */
async function explain(interaction: Interaction, number: string, refusal: Refusal): Promise<void> {
  interaction.replies.push(
    refusal.code === 'alreadySubmitted'
      ? await presentReply(interaction, number, { notice: noticeOf(refusal, interaction.reader) })
      : { kind: 'text', text: refusalText(refusal, interaction.reader) },
  );
}
