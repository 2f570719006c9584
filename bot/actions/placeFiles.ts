import { filesPlacedCard } from '../../cards/file/fileQuestion.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { type PlacedFile, placeFile } from '../../dialogs/filePlacing.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { WaitingUpload } from '../../services/claims/proof/uploadDocuments.ts';
import type { Outcome } from '../../services/domain/refusal.ts';
import { questionReply } from './receiveFiles.ts';

type Press<V extends Action['verb']> = Extract<Action, { verb: V }>;

/** Adds the waiting files of a card to the chosen claim; for those not added, the question is repeated. */
export async function addFilesToClaim(
  turn: Turn,
  { files, number }: Press<'file.add'>,
  shown: string | undefined,
): Promise<void> {
  const placed: PlacedFile[] = [];
  for (const fileId of files) placed.push(await placeFile(turn, fileId, number));
  await answer(turn, files, { placed, shown });
}

/** Deletes the waiting files of a card. */
export async function discardFiles(turn: Turn, { files }: Press<'file.discard'>): Promise<void> {
  const { actor, reader, uploads } = turn;
  const placed: PlacedFile[] = [];
  for (const fileId of files) {
    const discarded = await uploads.discard(actor, fileId);
    placed.push({
      text: discarded.ok
        ? messageText('fileDiscarded', { file: discarded.value.name }, reader)
        : refusalText(discarded.refusal, reader),
    });
  }
  await answer(turn, files, { placed, shown: undefined });
}

/** Shows the claims to choose from once more, or further ones. */
export async function askAgain(
  turn: Turn,
  { files, after }: Press<'file.ask'>,
  shown: string | undefined,
): Promise<void> {
  const found = await stillWaiting(turn, files);
  if (found.waiting.length === 0) return await answer(turn, files, { placed: found.others, shown });
  turn.replies.push(await questionReply(turn, found.waiting, { shown, after }));
}

/** Repeats the question for the files that still wait, with what happened to the others; or says only what happened. */
async function answer(
  turn: Turn,
  files: readonly string[],
  { placed, shown }: { readonly placed: readonly PlacedFile[]; readonly shown: string | undefined },
): Promise<void> {
  const lines = [...new Set(placed.map(({ text }) => text))];
  const { waiting } = await stillWaiting(turn, files);
  if (waiting.length > 0) {
    turn.replies.push(await questionReply(turn, waiting, { shown, notice: lines.join('\n\n') }));
    return;
  }
  const claim = placed.find((one) => one.claim)?.claim;
  const card = filesPlacedCard({ lines, ...(claim ? { claim } : {}) }, turn.reader);
  turn.replies.push({ kind: 'card', card });
}

async function stillWaiting(turn: Turn, files: readonly string[]) {
  const found: Outcome<WaitingUpload>[] = [];
  for (const fileId of files) found.push(await turn.uploads.find(turn.actor, fileId));
  return {
    waiting: found.flatMap((one) => (one.ok ? [one.value] : [])),
    others: found.flatMap((one) => (one.ok ? [] : [{ text: refusalText(one.refusal, turn.reader) }])),
  };
}
