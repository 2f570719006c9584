import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { FileClaimDialog, type FormStart } from '../../dialogs/fileClaimDialog.ts';
import { openForm } from '../../dialogs/filingState.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import type { ChatContext } from '../routes/chatContext.ts';

/** Opens the form, or lets the form that is already open for this draft answer the press. */
export async function beginFiling({ dialogs }: ChatContext, options: FormStart): Promise<void> {
  const dc = await dialogs();
  const form = openForm(dc);
  if (form && !options.resume && form.number === options.number) {
    await dc.continueDialog();
    return;
  }
  await dc.cancelAllDialogs();
  await dc.beginDialog(FileClaimDialog.id, options);
}

/** R98: whether this person may start a claim. If not, replies with whom to ask. */
export async function mayFile(interaction: Interaction): Promise<boolean> {
  const allowed = await interaction.claims.mayFile(interaction.actor);
  if (!allowed.ok) say(interaction, refusalText(allowed.refusal, interaction.reader));
  return allowed.ok;
}

/** Whether this is a person's own chat, where forms are filled in. If not, replies that it must be. */
export function personalOnly(interaction: Interaction): boolean {
  if (!interaction.personal) say(interaction, messageText('onlyInPersonalChat', {}, interaction.reader));
  return interaction.personal;
}
