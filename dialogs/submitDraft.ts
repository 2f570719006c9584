import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { claimCard } from '../cards/claim/claim.ts';
import { deleteDraftCard } from '../cards/draft/draftDeletion.ts';
import type { Answers, FilingStep } from '../services/domain/answers.ts';
import { explainRefusal } from './explainRefusal.ts';
import { turnOf } from './turn.ts';

/** The draft of a pressed button, and its version on that card. */
interface SeenDraft {
  readonly number: string;
  readonly version: number;
}

/** Submits the draft and ends the form; the reason for a refusal is shown on its review. */
export async function submitDraft(
  dc: DialogContext,
  { number, version }: SeenDraft,
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const submitted = await turn.claims.submit(turn.actor, { number, version, commandId: turn.commandId });
  if (!submitted.ok) return await explainRefusal(dc, { number, refusal: submitted.refusal, step: 'review' });
  const view = await turn.claims.view(turn.actor, submitted.value);
  turn.replies.push({ kind: 'card', card: claimCard({ ...view, event: 'submitted' }, turn.reader), number });
  return await dc.endDialog();
}

/** Asks for confirmation. What was typed is saved first, as with Back, in case the draft is not deleted. */
export async function askToDelete(
  dc: DialogContext,
  { number, version, step }: SeenDraft & { readonly step: FilingStep },
  typed: Answers,
): Promise<DialogTurnResult> {
  const turn = turnOf(dc.context);
  const target = { number, version, commandId: turn.commandId };
  const saved = await turn.claims.drafts.save(turn.actor, target, typed);
  if (!saved.ok) return await explainRefusal(dc, { number, refusal: saved.refusal, step, typed });
  const card = deleteDraftCard({ draft: saved.value, step }, turn.reader);
  turn.replies.push({ kind: 'card', card, number });
  return Dialog.EndOfTurn;
}
