import { messageText } from '../../cards/text/messages.ts';
import { openForm } from '../../dialogs/filingState.ts';
import { say } from '../../dialogs/say.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { SentFile } from '../../services/claims/proof/arriveUpload.ts';
import { keeperOf } from '../../services/domain/rules/draftKeeper.ts';
import { receiveFiles } from '../actions/receiveFiles.ts';
import { type InputPlace, shownIn } from './inputPlace.ts';

/** R57: in the personal chat; to the draft whose proof step is open, else kept until the sender says which claim. */
export async function handleFiles(turn: Turn, files: readonly SentFile[], place: InputPlace): Promise<void> {
  if (!turn.personal) return say(turn, messageText('filesOnlyInPersonalChat', {}, turn.reader));
  if (await isAtProof(turn, place)) {
    await (await place.dialogs()).continueDialog();
    return;
  }
  await receiveFiles(turn, files, await shownIn(place));
}

/** A draft’s proof step stands open; a colleague may have submitted it, deleted it or taken it over meanwhile. */
async function isAtProof(turn: Turn, { dialogs }: InputPlace): Promise<boolean> {
  const form = openForm(await dialogs());
  if (form?.step !== 'proof' || !form.number) return false;
  const found = await turn.claims.open(turn.actor, form.number);
  if (!found.ok || found.value.status !== 'Editing') return false;
  return keeperOf(found.value).id === turn.actor.personId;
}
