import { fileQuestionCard } from '../../cards/file/fileQuestion.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { notStored } from '../../dialogs/addWaitingFile.ts';
import type { Interaction, Reply } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import type { PageStart } from '../../services/claims/lists/views.ts';
import type { SentFile } from '../../services/claims/proof/fetchUpload.ts';
import type { WaitingUpload } from '../../services/claims/proof/uploadDocuments.ts';
import { partnerPersonOf } from '../../services/domain/actors.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';

/** What a question about files needs: the claim shown last in the conversation, and which page of claims to offer. */
export interface Asking {
  readonly shown?: string | undefined;
  readonly after?: PageStart | undefined;
  /** What happened to other files of the same press. */
  readonly notice?: string;
}

/** The buttons carry every file's ID; with more files the card would be too large. */
const filesOnCard = 10;

/** Stores files sent outside a proof step (their links expire within minutes), and asks which claim they are for. */
export async function receiveFiles(
  interaction: Interaction,
  files: readonly SentFile[],
  shown: string | undefined,
): Promise<void> {
  const { actor, reader, replies } = interaction;
  if (!partnerPersonOf(actor)) return say(interaction, messageText('filesFromPartners', {}, reader));
  const waiting: WaitingUpload[] = [];
  for (const [index, file] of files.entries()) {
    const received = await interaction.uploads.receive(actor, file, `${interaction.commandId}|${index}`);
    if (received.ok) waiting.push(received.value);
    else say(interaction, notReceived(interaction, file.name, received));
  }
  for (let at = 0; at < waiting.length; at += filesOnCard)
    replies.push(await questionReply(interaction, waiting.slice(at, at + filesOnCard), { shown }));
}

function notReceived(
  interaction: Interaction,
  file: string,
  { refusal }: { refusal: Parameters<typeof refusalText>[0] },
): string {
  const answered =
    refusal.code === 'fileAdded' || refusal.code === 'fileDiscarded' || refusal.code === 'fileGone';
  return answered ? refusalText(refusal, interaction.reader) : notStored(interaction, file, refusal);
}

/** The card that asks which claim the files are for. */
export async function questionReply(
  interaction: Interaction,
  files: readonly WaitingUpload[],
  { shown, after, notice }: Asking,
): Promise<Reply> {
  const { claims, next } = await interaction.uploads.targets(interaction.actor, { shown, after });
  const card = fileQuestionCard(
    {
      files: files.map(({ fileId, name }) => ({ id: fileId, name })),
      keptUntil: files.map(({ sweepAt }) => sweepAt).sort()[0] ?? '',
      claims,
      mayFile: mayIssue(interaction.actor, 'submit'),
      ...(next ? { next } : {}),
      ...(after ? { isMore: true } : {}),
      ...(notice ? { notice } : {}),
    },
    interaction.reader,
  );
  return { kind: 'card', card };
}
