import { filesPlacedCard } from '../../cards/file/fileQuestion.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { type AddedFile, addWaitingFile } from '../../dialogs/addWaitingFile.ts';
import { openForm } from '../../dialogs/filingState.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { postCardsBelow } from '../../dialogs/say.ts';
import type { WaitingUpload } from '../../services/claims/proof/uploadDocuments.ts';
import type { Outcome } from '../../services/domain/refusal.ts';
import type { ChatContext } from '../routes/chatContext.ts';
import { beginFiling } from './beginFiling.ts';
import { offeredFirst } from './meantClaim.ts';
import { questionReply } from './receiveFiles.ts';

type Press<V extends Action['verb']> = Extract<Action, { verb: V }>;

/** Adds waiting files to the claim they are for; for those not added, it is asked which claim. */
export async function addWaitingFiles(
  interaction: Interaction,
  { files, number }: Omit<Press<'file.add'>, 'verb'>,
  chat: ChatContext,
): Promise<void> {
  const placed: AddedFile[] = [];
  for (const fileId of files) placed.push(await addWaitingFile(interaction, fileId, number));
  await answer(interaction, files, { placed, first: await offeredFirst(interaction, chat) });
  if (placed.some(({ claim }) => claim?.status === 'Editing')) await showProofStep(interaction, number, chat);
}

/** The draft's open proof step lists its files: it comes below with the added one. */
async function showProofStep(interaction: Interaction, number: string, chat: ChatContext): Promise<void> {
  const form = openForm(await chat.dialogs());
  if (form?.number !== number || form.step !== 'proof') return;
  const before = interaction.replies.length;
  await beginFiling(chat, { number, step: 'proof', resume: true });
  postCardsBelow(interaction, before);
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
  await answer(interaction, files, { placed });
}

/** Shows the claims to choose from once more, or further ones. */
export async function askAgain(
  interaction: Interaction,
  { files, after }: Press<'file.ask'>,
  chat: ChatContext,
): Promise<void> {
  const found = await stillWaiting(interaction, files);
  if (found.waiting.length === 0) return await answer(interaction, files, { placed: found.others });
  const first = await offeredFirst(interaction, chat);
  interaction.replies.push(await questionReply(interaction, found.waiting, { first, after }));
}

/** Repeats the question for the files that still wait, with what happened to the others; or says only what happened. */
async function answer(
  interaction: Interaction,
  files: readonly string[],
  { placed, first = [] }: { readonly placed: readonly AddedFile[]; readonly first?: readonly string[] },
): Promise<void> {
  const lines = [...new Set(placed.map(({ text }) => text))];
  const { waiting } = await stillWaiting(interaction, files);
  if (waiting.length > 0) {
    interaction.replies.push(
      await questionReply(interaction, waiting, { first, notice: lines.join('\n\n') }),
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
