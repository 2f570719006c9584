import { filesPlacedCard } from '../../cards/file/fileQuestion.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { type AddedFile, addWaitingFile } from '../../dialogs/addWaitingFile.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import type { WaitingUpload } from '../../services/claims/proof/uploadDocuments.ts';
import type { Outcome } from '../../services/domain/refusal.ts';
import { questionReply } from './receiveFiles.ts';

type Press<V extends Action['verb']> = Extract<Action, { verb: V }>;

/** Adds the waiting files of a card to the chosen claim; for those not added, the question is repeated. */
export async function addFilesToClaim(
  interaction: Interaction,
  { files, number }: Press<'file.add'>,
  shown: string | undefined,
): Promise<void> {
  const placed: AddedFile[] = [];
  for (const fileId of files) placed.push(await addWaitingFile(interaction, fileId, number));
  await answer(interaction, files, { placed, shown });
}

/** Deletes the waiting files of a card. */
export async function discardFiles(
  interaction: Interaction,
  { files }: Press<'file.discard'>,
): Promise<void> {
  const { actor, reader, uploads } = interaction;
  const placed: AddedFile[] = [];
  for (const fileId of files) {
    const discarded = await uploads.discard(actor, fileId);
    placed.push({
      text: discarded.ok
        ? messageText('fileDiscarded', { file: discarded.value.name }, reader)
        : refusalText(discarded.refusal, reader),
    });
  }
  await answer(interaction, files, { placed, shown: undefined });
}

/** Shows the claims to choose from once more, or further ones. */
export async function askAgain(
  interaction: Interaction,
  { files, after }: Press<'file.ask'>,
  shown: string | undefined,
): Promise<void> {
  const found = await stillWaiting(interaction, files);
  if (found.waiting.length === 0) return await answer(interaction, files, { placed: found.others, shown });
  interaction.replies.push(await questionReply(interaction, found.waiting, { shown, after }));
}

/** Repeats the question for the files that still wait, with what happened to the others; or says only what happened. */
async function answer(
  interaction: Interaction,
  files: readonly string[],
  { placed, shown }: { readonly placed: readonly AddedFile[]; readonly shown: string | undefined },
): Promise<void> {
  const lines = [...new Set(placed.map(({ text }) => text))];
  const { waiting } = await stillWaiting(interaction, files);
  if (waiting.length > 0) {
    interaction.replies.push(
      await questionReply(interaction, waiting, { shown, notice: lines.join('\n\n') }),
    );
    return;
  }
  const claim = placed.find((one) => one.claim)?.claim;
  const card = filesPlacedCard({ lines, ...(claim ? { claim } : {}) }, interaction.reader);
  interaction.replies.push({ kind: 'card', card });
}

async function stillWaiting(interaction: Interaction, files: readonly string[]) {
  const found: Outcome<WaitingUpload>[] = [];
  for (const fileId of files) found.push(await interaction.uploads.find(interaction.actor, fileId));
  return {
    waiting: found.flatMap((one) => (one.ok ? [one.value] : [])),
    others: found.flatMap((one) => (one.ok ? [] : [{ text: refusalText(one.refusal, interaction.reader) }])),
  };
}
