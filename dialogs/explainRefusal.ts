import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { messageText } from '../cards/text/messages.ts';
import { refusalText } from '../cards/text/refusal.ts';
import type { Answers, FilingStep } from '../services/domain/answers.ts';
import type { Refusal } from '../services/domain/refusal.ts';
import { mayIssue } from '../services/domain/rules/moves.ts';
import { setState } from './filingState.ts';
import { draftNotice, holdsText, interactionOf } from './interaction.ts';
import { sayInForm, showStep, withDraft } from './showStep.ts';

/** A refused press on the form: its draft, its step, and what was typed. */
export interface RefusedPress {
  readonly number: string;
  readonly refusal: Refusal;
  readonly step: FilingStep;
  readonly typed?: Answers;
}

/** Shows the current draft with the typed text still in the inputs, and the reason on top. */
export async function explainRefusal(
  dc: DialogContext,
  { number, refusal, step, typed }: RefusedPress,
): Promise<DialogTurnResult> {
  const interaction = interactionOf(dc.context);
  if (refusal.code === 'notFound')
    return await sayInForm(dc, refusalText(refusal, interaction.reader), 'end');
  if (refusal.code === 'draftDeleted') return await startAgain(dc, refusal, typed ?? {});
  const kept = typed ? { typed } : {};
  return await withDraft(dc, number, (draft) =>
    showStep(dc, draft, step, { notice: draftNotice(interaction, draft, { refusal, ...kept }), ...kept }),
  );
}

/** Somebody has deleted the draft. People who may file start anew with what was typed; for others the card stays. */
async function startAgain(dc: DialogContext, refusal: Refusal, typed: Answers): Promise<DialogTurnResult> {
  const interaction = interactionOf(dc.context);
  const reason = refusalText(refusal, interaction.reader);
  if (!holdsText(typed) || !mayIssue(interaction.actor, 'submit')) return await sayInForm(dc, reason, 'end');
  setState(dc, { step: 'customer', typed, begun: crypto.randomUUID() });
  const text = messageText('draftStartAgain', { reason }, interaction.reader);
  return await showStep(dc, undefined, 'customer', { typed, notice: { tone: 'warning', text } });
}
