import { messageText } from '../../cards/text/messages.ts';
import { openForm } from '../../dialogs/filingState.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import type { SentFile } from '../../services/claims/proof/fetchUpload.ts';
import { ownerOf } from '../../services/domain/rules/draftOwner.ts';
import { receiveFiles } from '../actions/receiveFiles.ts';
import { type ChatContext, shownIn } from './chatContext.ts';

/**
 * R57: files are accepted in the personal chat only. They go to the draft whose proof step is open; otherwise they are
 * stored until the sender says which claim they are for.
 */
export async function handleFiles(
  interaction: Interaction,
  files: readonly SentFile[],
  chat: ChatContext,
): Promise<void> {
  if (!interaction.personal)
    return say(interaction, messageText('filesOnlyInPersonalChat', {}, interaction.reader));
  if (await isAtProof(interaction, chat)) {
    await (await chat.dialogs()).continueDialog();
    return;
  }
  await receiveFiles(interaction, files, await shownIn(chat));
}

/** Whether a draft’s proof step is open. A colleague may have submitted, deleted or taken over the draft meanwhile. */
async function isAtProof(interaction: Interaction, { dialogs }: ChatContext): Promise<boolean> {
  const form = openForm(await dialogs());
  if (form?.step !== 'proof' || !form.number) return false;
  const found = await interaction.claims.get(interaction.actor, form.number);
  if (!found.ok || found.value.status !== 'Editing') return false;
  return ownerOf(found.value).id === interaction.actor.personId;
}
