import { fileQuestionCard } from '../../cards/file/fileQuestion.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { notStored } from '../../dialogs/filePlacing.ts';
import { say } from '../../dialogs/say.ts';
import type { Reply, Turn } from '../../dialogs/turn.ts';
import type { PageStart } from '../../services/claims/lists/views.ts';
import type { SentFile } from '../../services/claims/proof/arriveUpload.ts';
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
  turn: Turn,
  files: readonly SentFile[],
  shown: string | undefined,
): Promise<void> {
  const { actor, reader, replies } = turn;
  if (!partnerPersonOf(actor)) return say(turn, messageText('filesFromPartners', {}, reader));
  const waiting: WaitingUpload[] = [];
  for (const [index, file] of files.entries()) {
    const received = await turn.uploads.receive(actor, file, `${turn.commandId}|${index}`);
    if (received.ok) waiting.push(received.value);
    else say(turn, notReceived(turn, file.name, received));
  }
  for (let at = 0; at < waiting.length; at += filesOnCard)
    replies.push(await questionReply(turn, waiting.slice(at, at + filesOnCard), { shown }));
}

function notReceived(
  turn: Turn,
  file: string,
  { refusal }: { refusal: Parameters<typeof refusalText>[0] },
): string {
  const wasTold =
    refusal.code === 'fileAdded' || refusal.code === 'fileDiscarded' || refusal.code === 'fileGone';
  return wasTold ? refusalText(refusal, turn.reader) : notStored(turn, file, refusal);
}

/** The card that asks which claim the files are for. */
export async function questionReply(
  turn: Turn,
  files: readonly WaitingUpload[],
  { shown, after, notice }: Asking,
): Promise<Reply> {
  const { claims, next } = await turn.uploads.targets(turn.actor, { shown, after });
  const card = fileQuestionCard(
    {
      files: files.map(({ fileId, name }) => ({ id: fileId, name })),
      keptUntil: files.map(({ sweepAt }) => sweepAt).sort()[0] ?? '',
      claims,
      mayFile: mayIssue(turn.actor, 'submit'),
      ...(next ? { next } : {}),
      ...(after ? { isMore: true } : {}),
      ...(notice ? { notice } : {}),
    },
    turn.reader,
  );
  return { kind: 'card', card };
}
