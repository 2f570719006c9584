import { messageText } from '../../cards/text/messages.ts';
import { openForm } from '../../dialogs/filingState.ts';
import { say } from '../../dialogs/say.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { SentFile } from '../../services/claims/proof/arriveUpload.ts';
import { keeperOf } from '../../services/domain/rules/draftKeeper.ts';
import { receiveFiles } from '../actions/receiveFiles.ts';
import { type InputPlace, shownIn } from './inputPlace.ts';

/**
 * R57: files are accepted in the personal chat only. They go to the draft whose proof step is open; otherwise they are
 * stored until the sender says which claim they are for.
 */
export async function handleFiles(turn: Turn, files: readonly SentFile[], place: InputPlace): Promise<void> {
  if (!turn.personal) return say(turn, messageText('filesOnlyInPersonalChat', {}, turn.reader));
  if (await isAtProof(turn, place)) {
    await place.dc.continueDialog();
    return;
  }
  await receiveFiles(turn, files, await shownIn(place));
}

/** Whether a draft’s proof step is open. A colleague may have submitted, deleted or taken over the draft meanwhile. */
async function isAtProof(turn: Turn, { dc }: InputPlace): Promise<boolean> {
  const form = openForm(dc);
  if (form?.step !== 'proof' || !form.number) return false;
  const found = await turn.claims.open(turn.actor, form.number);
  if (!found.ok || found.value.status !== 'Editing') return false;
  return keeperOf(found.value).id === turn.actor.personId;
}
