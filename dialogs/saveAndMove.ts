import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { messageText } from '../cards/text/messages.ts';
import type { CheckedForm } from '../services/claims/checkForm.ts';
import type { PersonActor } from '../services/domain/actor.ts';
import type { Answers, FilingStep } from '../services/domain/answers.ts';
import type { Draft } from '../services/domain/claim.ts';
import { addWaitingFile } from './addWaitingFile.ts';
import { explainRefusal } from './explainRefusal.ts';
import { begunIn, setState, stateOf } from './filingState.ts';
import { neighbour, partnerOf } from './filingStep.ts';
import { interactionOf, noticeOf } from './interaction.ts';
import { say } from './say.ts';
import { checkDraft, showFromReview, showStep } from './showStep.ts';

/** The step whose button was pressed; `begun` identifies a new claim without a draft. */
interface SeenStep {
  readonly step: FilingStep;
  readonly number?: string | undefined;
  readonly version?: number | undefined;
  readonly begun?: string | undefined;
}

/** Saves what was typed, right or wrong. Next then moves on only if the step has no errors; Back always goes back. */
export async function saveAndMove(
  dc: DialogContext,
  { step, number, version, begun }: SeenStep,
  { typed, distance }: { readonly typed: Answers; readonly distance: 1 | -1 },
): Promise<DialogTurnResult> {
  if (!number) {
    if (begun) setState(dc, { ...begunIn(dc), step, begun });
    return await createDraft(dc, step, typed);
  }
  const interaction = interactionOf(dc.context);
  const target = { number, commandId: interaction.commandId, ...(version !== undefined ? { version } : {}) };
  const saved = await interaction.claims.drafts.save(interaction.actor, target, typed);
  if (!saved.ok) return await explainRefusal(dc, { number, refusal: saved.refusal, step, typed });
  const draft = saved.value;
  if (distance === -1) return await showStep(dc, draft, neighbour(step, distance));
  const state = stateOf(dc);
  const fromReview = state.number !== undefined && state.fromReview === true;
  const form = checkDraft(dc, draft);
  const errors = await form.errorsAt(step);
  if (Object.keys(errors).length > 0) return await showStep(dc, draft, step, { form, errors, fromReview });
  if (fromReview) return await goOnFromReview(dc, draft, form);
  return await showStep(dc, draft, neighbour(step, 1), { form });
}

/** After a step that was changed from the review: back there, or to the first step that the change made incomplete. */
async function goOnFromReview(dc: DialogContext, draft: Draft, form: CheckedForm): Promise<DialogTurnResult> {
  const { reader } = interactionOf(dc.context);
  const step = await form.firstOpenStep(draft.proofs.length);
  if (step === 'review') return await showStep(dc, draft, step, { form });
  if (step === 'proof') return await showStep(dc, draft, step, { form, fromReview: true });
  // The step for lines itself says why they must be chosen again.
  if (step === 'lines') return await showFromReview(dc, draft, { step, form });
  const text = messageText('changeNeedsMore', {}, reader);
  return await showFromReview(dc, draft, { step, form, notice: { tone: 'warning', text } });
}

/** The draft is created once the first step has no errors; until then only the card holds what was typed. */
async function createDraft(dc: DialogContext, step: FilingStep, typed: Answers): Promise<DialogTurnResult> {
  const interaction = interactionOf(dc.context);
  const form = interaction.claims.checkForm(partnerOf(interaction.actor), typed);
  const errors = await form.errorsAt('customer');
  if (Object.keys(errors).length > 0)
    return await showStep(dc, undefined, 'customer', { typed, form, errors });
  const created = await interaction.claims.drafts.create(
    interaction.actor,
    { ...ownContact(interaction.actor), ...begunIn(dc).typed, ...typed },
    interaction.commandId,
  );
  if (!created.ok) {
    const notice = noticeOf(created.refusal, interaction.reader);
    return await showStep(dc, undefined, 'customer', { typed, form, notice });
  }
  return await showStep(dc, await withWaitingFiles(dc, created.value), neighbour(step, 1));
}

/** Adds the files for which the claim was begun to its draft; each result is a separate message. */
async function withWaitingFiles(dc: DialogContext, draft: Draft): Promise<Draft> {
  const interaction = interactionOf(dc.context);
  let standing = draft;
  for (const fileId of begunIn(dc).files ?? []) {
    const placed = await addWaitingFile(interaction, fileId, draft.number);
    say(interaction, placed.text);
    if (placed.claim?.number === draft.number && placed.claim.status === 'Editing') standing = placed.claim;
  }
  return standing;
}

/** The person who files is usually the partner's contact (R15); it can be changed at its step. */
const ownContact = ({ name, email }: PersonActor): Answers => ({
  'partnerContact.name': name,
  ...(email ? { 'partnerContact.email': email } : {}),
});
