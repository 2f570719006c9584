import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { FileClaimDialog, type FilingOptions } from '../../dialogs/fileClaimDialog.ts';
import { openForm } from '../../dialogs/filingState.ts';
import { say } from '../../dialogs/say.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { InputPlace } from '../routes/inputPlace.ts';

/** Opens the form, or lets the form that is already open for this draft answer the press. */
export async function beginFiling({ dc }: InputPlace, options: FilingOptions): Promise<void> {
  const form = openForm(dc);
  if (form && !options.takeUp && form.number === options.number) {
    await dc.continueDialog();
    return;
  }
  await dc.cancelAllDialogs();
  await dc.beginDialog(FileClaimDialog.id, options);
}

/** R98: whether this person may start a claim. If not, replies with whom to ask. */
export async function mayFile(turn: Turn): Promise<boolean> {
  const allowed = await turn.claims.mayFile(turn.actor);
  if (!allowed.ok) say(turn, refusalText(allowed.refusal, turn.reader));
  return allowed.ok;
}

/** Whether this is a person's own chat, where forms are filled in. If not, replies that it must be. */
export function personalOnly(turn: Turn): boolean {
  if (!turn.personal) say(turn, messageText('onlyInPersonalChat', {}, turn.reader));
  return turn.personal;
}
