import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { claimCard } from '../cards/claim/claim.ts';
import type { Notice } from '../cards/kit/card.ts';
import { messageText } from '../cards/text/messages.ts';
import { refusalText } from '../cards/text/refusal.ts';
import type { CheckedForm } from '../services/claims/checkForm.ts';
import type { FilingStep } from '../services/domain/answers.ts';
import type { Draft } from '../services/domain/claim.ts';
import type { FieldErrors } from '../services/domain/form/fieldError.ts';
import { begunIn, setState, stateOf } from './filingState.ts';
import { type StepExtras, stepReply } from './filingStep.ts';
import { attention, interactionOf } from './interaction.ts';
import { say } from './say.ts';

/** Shows a step of the draft, or of a new claim without one, and waits for an answer. */
export async function showStep(
  dc: DialogContext,
  draft: Draft | undefined,
  step: FilingStep,
  { fromReview, ...extras }: StepExtras & { readonly fromReview?: boolean } = {},
): Promise<DialogTurnResult> {
  const begun = begunIn(dc);
  setState(
    dc,
    draft ? { step, number: draft.number, ...(fromReview ? { fromReview } : {}) } : { ...begun, step },
  );
  const interaction = interactionOf(dc.context);
  const which = !draft && begun.begun ? { begun: begun.begun } : {};
  interaction.replies.push(await stepReply(interaction, draft, step, { ...extras, ...which }));
  return Dialog.EndOfTurn;
}

/** The step to show, a notice above it, and the draft's form if it was checked before. */
interface ReviewedStep extends Pick<StepExtras, 'notice' | 'form'> {
  readonly step: FilingStep;
}

/** Goes from the review to a step; the errors that the review has marked are shown at the step's fields (R43). */
export async function showFromReview(
  dc: DialogContext,
  draft: Draft,
  { step, notice, form = checkDraft(dc, draft) }: ReviewedStep,
): Promise<DialogTurnResult> {
  const errors = await form.errorsAt(step);
  return await showStep(dc, draft, step, { form, errors, fromReview: true, ...(notice ? { notice } : {}) });
}

/** Checks a draft's answers. */
export const checkDraft = (dc: DialogContext, { partnerId, answers }: Draft): CheckedForm =>
  interactionOf(dc.context).claims.checkForm(partnerId, answers);

/** Shows a draft at the given step, or at its first incomplete one. */
export async function resumeForm(dc: DialogContext, step?: FilingStep): Promise<DialogTurnResult> {
  const state = stateOf(dc);
  if (!state.number) return await showStep(dc, undefined, step ?? state.step);
  return await withDraft(dc, state.number, async (draft) => {
    const { reader } = interactionOf(dc.context);
    const form = checkDraft(dc, draft);
    const first = step ?? (await form.firstOpenStep(draft.proofs.length));
    const errors = await form.errorsAt(first);
    if (!draft.from || draft.version > 1) {
      return await showStep(dc, draft, first, { form, errors: wrongOnly(errors) });
    }
    // D14: the draft was filled in from another claim and not opened yet; errors are marked.
    const notice: Notice = { tone: 'good', text: messageText('filledFrom', { number: draft.from }, reader) };
    return await showStep(dc, draft, first, { form, errors, notice });
  });
}

/** D11: when a draft is resumed, answers that are no longer right are marked; missing answers are not errors yet. */
const wrongOnly = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).filter(
      ([, error]) => error?.code !== 'required' && error?.code !== 'subscriptionNeeded',
    ),
  );

/** Runs `next` with the current draft; if it is no longer a draft, shows what became of it. */
export async function withDraft(
  dc: DialogContext,
  number: string,
  next: (draft: Draft) => Promise<DialogTurnResult>,
): Promise<DialogTurnResult> {
  const interaction = interactionOf(dc.context);
  const found = await interaction.claims.get(interaction.actor, number);
  if (!found.ok) return await sayInForm(dc, refusalText(found.refusal, interaction.reader), 'end');
  if (found.value.status === 'Editing') return await next(found.value);
  const view = await interaction.claims.view(interaction.actor, found.value);
  const notice = attention(messageText('alreadySubmitted', {}, interaction.reader));
  interaction.replies.push({
    kind: 'card',
    card: claimCard({ ...view, notice }, interaction.reader),
    number,
  });
  return await dc.endDialog();
}

/** Answers with a sentence; the form waits at its step, or ends. */
export async function sayInForm(
  dc: DialogContext,
  text: string,
  then: 'wait' | 'end' = 'wait',
): Promise<DialogTurnResult> {
  say(interactionOf(dc.context), text);
  return then === 'end' ? await dc.endDialog() : Dialog.EndOfTurn;
}
