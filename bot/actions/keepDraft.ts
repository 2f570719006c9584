import { deleteDraftCard, draftDeletedCard } from '../../cards/draftDeletion.ts';
import { draftTakeOverCard } from '../../cards/draftTakeOver.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Action } from '../../cards/verbs.ts';
import { noticeOf, type Turn } from '../../dialogs/turn.ts';
import { keeperOf } from '../../services/claims/draftKeeper.ts';
import { mayIssue } from '../../services/claims/lifecycle.ts';
import type { Refusal } from '../../services/refusal.ts';
import { presentReply } from '../claimReply.ts';

type DeletePress = Extract<Action, { verb: 'draft.delete' }>;

/** D13: a colleague's draft is not gone on with unknowingly. True when the card that says so has been shown. */
export async function showKeeper(turn: Turn, number: string): Promise<boolean> {
  const found = await turn.claims.open(turn.actor, number);
  if (!found.ok || found.value.status !== 'Editing') return false;
  if (keeperOf(found.value).id === turn.actor.personId) return false;
  turn.replies.push({ kind: 'card', card: draftTakeOverCard(found.value, turn.reader), number });
  return true;
}

/** Takes a draft over. False when it cannot be gone on with, which has been said. */
export async function takeOverDraft(turn: Turn, number: string): Promise<boolean> {
  const { claims, actor, commandId } = turn;
  const taken = await claims.drafts.takeOver(actor, { number, commandId });
  if (taken.ok) return true;
  await explain(turn, number, taken.refusal);
  return false;
}

/** Deletes a draft once that has been confirmed, and asks before. True when it is gone. */
export async function deleteDraft(turn: Turn, action: DeletePress): Promise<boolean> {
  const { claims, actor, commandId, reader } = turn;
  const { number, version, confirmed } = action;
  if (!confirmed) {
    await ask(turn, action);
    return false;
  }
  const deleted = await claims.deleteDraft(actor, { number, version, commandId });
  if (deleted.ok) {
    const options = { own: true, mayFile: mayIssue(actor, 'submit') };
    turn.replies.push({ kind: 'card', card: draftDeletedCard(deleted.value, reader, options) });
    return true;
  }
  // Somebody may have added work: it is shown as it stands, and asked again.
  if (deleted.refusal.code === 'changedMeanwhile') await ask(turn, action, 'changed');
  else await explain(turn, number, deleted.refusal);
  return false;
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
