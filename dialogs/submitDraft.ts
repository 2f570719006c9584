import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { claimCard } from '../cards/claim/claim.ts';
import { deleteDraftCard } from '../cards/draft/draftDeletion.ts';
import type { Answers, FilingStep } from '../services/domain/answers.ts';
import { explainRefusal } from './explainRefusal.ts';
import { interactionOf } from './interaction.ts';

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
  const interaction = interactionOf(dc.context);
  const submitted = await interaction.claims.submit(interaction.actor, {
    number,
    version,
    commandId: interaction.commandId,
  });
  if (!submitted.ok) return await explainRefusal(dc, { number, refusal: submitted.refusal, step: 'review' });
  const view = await interaction.claims.view(interaction.actor, submitted.value);
  interaction.replies.push({
    kind: 'card',
    card: claimCard({ ...view, event: 'submitted' }, interaction.reader),
    number,
  });
  return await dc.endDialog();
}

/** Asks for confirmation. What was typed is saved first, as with Back, in case the draft is not deleted. */
export async function askToDelete(
  dc: DialogContext,
  { number, version, step }: SeenDraft & { readonly step: FilingStep },
  typed: Answers,
): Promise<DialogTurnResult> {
  const interaction = interactionOf(dc.context);
  const target = { number, version, commandId: interaction.commandId };
  const saved = await interaction.claims.drafts.save(interaction.actor, target, typed);
  if (!saved.ok) return await explainRefusal(dc, { number, refusal: saved.refusal, step, typed });
  const card = deleteDraftCard({ draft: saved.value, step }, interaction.reader);
  interaction.replies.push({ kind: 'card', card, number });
  return Dialog.EndOfTurn;
}
