import { messageText } from '../../cards/text/messages.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import type { SentFile } from '../../services/claims/proof/fetchUpload.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import { meantClaim } from '../actions/meantClaim.ts';
import { askWhichClaim, receiveFiles } from '../actions/receiveFiles.ts';
import { addWaitingFiles } from '../actions/waitingFiles.ts';
import type { ChatContext } from './chatContext.ts';

/**
 * R57: files are accepted in the personal chat only. They go to the claim that alone can be meant (D17); otherwise they are
 * stored until the sender says which claim they are for.
 */
export async function handleFiles(
  interaction: Interaction,
  { files, words }: { readonly files: readonly SentFile[]; readonly words: string },
  chat: ChatContext,
): Promise<void> {
  if (!interaction.personal)
    return say(interaction, messageText('filesOnlyInPersonalChat', {}, interaction.reader));
  const meant = await meantClaim(interaction, words, chat);
  if (meant.kind === 'proofStep') {
    await (await chat.dialogs()).continueDialog();
    return;
  }
  const waiting = await receiveFiles(interaction, files);
  if (waiting.length === 0) return;
  switch (meant.kind) {
    case 'claim':
      return await addWaitingFiles(
        interaction,
        { files: waiting.map(({ fileId }) => fileId), number: meant.number },
        chat,
      );
    case 'ask':
      return await askWhichClaim(interaction, waiting, meant);
    default:
      return assertNever(meant);
  }
}
