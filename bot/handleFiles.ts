import { messageText } from '../cards/text/messages.ts';
import type { Turn } from '../dialogs/turn.ts';
import type { SentFile } from '../services/claims/arriveUpload.ts';
import { keeperOf } from '../services/claims/draftKeeper.ts';
import { receiveFiles } from './actions/receiveFiles.ts';
import type { InputPlace } from './handleInput.ts';

/** R57: in the personal chat; to the draft whose proof step is open, else kept until the sender says which claim. */
export async function handleFiles(turn: Turn, files: readonly SentFile[], place: InputPlace): Promise<void> {
  if (!turn.personal) {
    turn.replies.push({ kind: 'text', text: messageText('filesOnlyInPersonalChat', {}, turn.reader) });
    return;
  }
  if (await isAtProof(turn, place)) {
    await place.dc.continueDialog();
    return;
  }
  await receiveFiles(turn, files, await shownIn(place));
}

/** A draft’s proof step stands open; a colleague may have submitted it, deleted it or taken it over meanwhile. */
async function isAtProof(turn: Turn, { dc }: InputPlace): Promise<boolean> {
  const filing = dc.activeDialog?.state as { step?: string; number?: string } | undefined;
  if (filing?.step !== 'proof' || !filing.number) return false;
  const found = await turn.claims.open(turn.actor, filing.number);
  if (!found.ok || found.value.status !== 'Editing') return false;
  return keeperOf(found.value).id === turn.actor.personId;
}

/** The claim that was shown last in this conversation: the likeliest to be meant. */
export const shownIn = ({ focus, conversation }: InputPlace): Promise<string | undefined> =>
  focus.find(conversation);
