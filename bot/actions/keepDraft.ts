import { deleteDraftCard, draftDeletedCard } from '../../cards/draft/draftDeletion.ts';
import { draftTakeOverCard } from '../../cards/draft/draftTakeOver.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { openForm } from '../../dialogs/filingState.ts';
import { noticeOf, type Turn } from '../../dialogs/turn.ts';
import type { FilingStep } from '../../services/domain/answers.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { keeperOf } from '../../services/domain/rules/draftKeeper.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';
import { presentReply } from '../replies/claimReply.ts';
import type { InputPlace } from '../routes/inputPlace.ts';
import { beginFiling, personalOnly } from './beginFiling.ts';

type DeletePress = Extract<Action, { verb: 'draft.delete' }>;

/** D13: a colleague's draft is not gone on with unknowingly. True when the card that says so has been shown. */
export async function showKeeper(turn: Turn, number: string): Promise<boolean> {
  const found = await turn.claims.open(turn.actor, number);
  if (!found.ok || found.value.status !== 'Editing') return false;
  if (keeperOf(found.value).id === turn.actor.personId) return false;
  turn.replies.push({ kind: 'card', card: draftTakeOverCard(found.value, turn.reader), number });
  return true;
}

/** Goes on with a draft: where its form stood, or at the first open step; a colleague's only once it is taken over. */
export async function resumeDraft(
  turn: Turn,
  { number, step }: { readonly number: string; readonly step?: FilingStep | undefined },
  place: InputPlace,
): Promise<void> {
  if (await showKeeper(turn, number)) return;
  await beginFiling(place, { number, ...(step ? { step } : {}), takeUp: true });
}

/** Takes a draft over and goes on with it. */
export async function takeOverDraft(
  turn: Turn,
  { number }: { readonly number: string },
  place: InputPlace,
): Promise<void> {
  if (!personalOnly(turn)) return;
  const { claims, actor, commandId } = turn;
  const taken = await claims.drafts.takeOver(actor, { number, commandId });
  if (!taken.ok) return await explain(turn, number, taken.refusal);
  await beginFiling(place, { number, takeUp: true });
}

/** Deletes a draft once that has been confirmed, and asks before. Its form goes with it. */
export async function deleteDraft(turn: Turn, action: DeletePress, { dialogs }: InputPlace): Promise<void> {
  if (!personalOnly(turn)) return;
  const { claims, actor, commandId, reader } = turn;
  const { number, version, confirmed } = action;
  if (!confirmed) return await ask(turn, action);
  const deleted = await claims.deleteDraft(actor, { number, version, commandId });
  if (!deleted.ok) {
    // Somebody may have added work: it is shown as it stands, and asked again.
    if (deleted.refusal.code === 'changedMeanwhile') return await ask(turn, action, 'changed');
    return await explain(turn, number, deleted.refusal);
  }
  const options = { own: true, mayFile: mayIssue(actor, 'submit') };
  turn.replies.push({ kind: 'card', card: draftDeletedCard(deleted.value, reader, options) });
  const dc = await dialogs();
  if (openForm(dc)?.number === number) await dc.cancelAllDialogs();
}

async function ask(turn: Turn, { number, step }: DeletePress, why?: 'changed'): Promise<void> {
  const { claims, actor, reader } = turn;
  const found = await claims.open(actor, number);
  if (!found.ok) return await explain(turn, number, found.refusal);
  if (found.value.status !== 'Editing') return await explain(turn, number, { code: 'alreadySubmitted' });
  const text = why && messageText('draftChangedMeanwhile', {}, reader);
  const card = deleteDraftCard(
    {
      draft: found.value,
      ...(step ? { step } : {}),
      ...(text ? { notice: { tone: 'warning' as const, text } } : {}),
    },
    reader,
  );
  turn.replies.push({ kind: 'card', card, number });
}

/** Why not; on the claim's card if the draft has become one. */
async function explain(turn: Turn, number: string, refusal: Refusal): Promise<void> {
  turn.replies.push(
    refusal.code === 'alreadySubmitted'
      ? await presentReply(turn, number, { notice: noticeOf(refusal, turn.reader) })
      : { kind: 'text', text: refusalText(refusal, turn.reader) },
  );
}
