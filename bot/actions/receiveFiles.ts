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

/** What a question about files needs: the claims to offer first, and which page of the others. */
export interface Asking {
  readonly first?: readonly string[];
  readonly after?: PageStart | undefined;
  /** What happened to other files of the same press. */
  readonly notice?: string;
}

/** The buttons carry every file's ID; with more files the card would be too large. */
const filesOnCard = 10;

/** Stores files sent outside a proof step: their links expire within minutes. */
export async function receiveFiles(
  interaction: Interaction,
  files: readonly SentFile[],
): Promise<readonly WaitingUpload[]> {
  const { actor, reader } = interaction;
  if (!partnerPersonOf(actor)) {
    say(interaction, messageText('filesFromPartners', {}, reader));
    return [];
  }
  const waiting: WaitingUpload[] = [];
  const refused: string[] = [];
  for (const [index, file] of files.entries()) {
    const received = await interaction.uploads.receive(actor, file, `${interaction.commandId}|${index}`);
    if (received.ok) waiting.push(received.value);
    else refused.push(notReceived(interaction, file.name, received));
  }
  // One message names all of them (D17).
  if (refused.length > 0) say(interaction, refused.join('\n\n'));
  return waiting;
}

/** Asks which claim the files are for, on as many cards as they need. */
export async function askWhichClaim(
  interaction: Interaction,
  waiting: readonly WaitingUpload[],
  asking: Asking,
): Promise<void> {
  for (let at = 0; at < waiting.length; at += filesOnCard)
    interaction.replies.push(await questionReply(interaction, waiting.slice(at, at + filesOnCard), asking));
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
  { first = [], after, notice }: Asking,
): Promise<Reply> {
  const { claims, next } = await interaction.uploads.targets(interaction.actor, { first, after });
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
