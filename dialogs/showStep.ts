import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { claimCard } from '../cards/claim/claim.ts';
import type { Notice } from '../cards/kit/card.ts';
import { messageText } from '../cards/text/messages.ts';
import { refusalText } from '../cards/text/refusal.ts';
import type { CheckedForm } from '../services/claims/checkForm.ts';
import type { FilingStep } from '../services/domain/answers.ts';
import type { EditingClaim } from '../services/domain/claim.ts';
import type { FieldErrors } from '../services/domain/form/fieldError.ts';
import { begunIn, setState, stateOf } from './filingState.ts';
import { type StepExtras, stepReply } from './filingStep.ts';
import { attention, interactionOf } from './interaction.ts';
import { say } from './say.ts';

/** Shows a step of the draft, or of a claim that has none yet, and waits there. */
export async function showStep(
  dc: DialogContext,
  draft: EditingClaim | undefined,
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

/** A step to which the review leads, what is said above it, and the draft's form if it has been checked before. */
interface ReviewedStep extends Pick<StepExtras, 'notice' | 'form'> {
  readonly step: FilingStep;
}

/** From the review to a step, where what the review has marked stands at its fields (R43). */
export async function showFromReview(
  dc: DialogContext,
  draft: EditingClaim,
  { step, notice, form = checkDraft(dc, draft) }: ReviewedStep,
): Promise<DialogTurnResult> {
  const errors = await form.errorsAt(step);
  return await showStep(dc, draft, step, { form, errors, fromReview: true, ...(notice ? { notice } : {}) });
}

/** A draft's answers, checked. */
export const checkDraft = (dc: DialogContext, { partnerId, answers }: EditingClaim): CheckedForm =>
  interactionOf(dc.context).claims.checkForm(partnerId, answers);

/** Shows a draft at the step, or at the first open one. */
export async function takeUp(dc: DialogContext, step?: FilingStep): Promise<DialogTurnResult> {
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
    // D14: filled in from another claim and not looked at yet, with what is not right any more.
    const notice: Notice = { tone: 'good', text: messageText('filledFrom', { number: draft.from }, reader) };
    return await showStep(dc, draft, first, { form, errors, notice });
  });
}

/** D11: what is not right any more is marked when a draft is taken up; what has not been asked yet is no mistake. */
const wrongOnly = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).filter(
      ([, error]) => error?.code !== 'required' && error?.code !== 'subscriptionNeeded',
    ),
  );

/** Runs with the draft as it stands; a number that is no draft any more shows what became of it. */
export async function withDraft(
  dc: DialogContext,
  number: string,
  next: (draft: EditingClaim) => Promise<DialogTurnResult>,
): Promise<DialogTurnResult> {
  const interaction = interactionOf(dc.context);
  const found = await interaction.claims.open(interaction.actor, number);
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

/** Answers with a sentence; the form waits where it stands, or ends. */
export async function sayInForm(
  dc: DialogContext,
  text: string,
  then: 'wait' | 'end' = 'wait',
): Promise<DialogTurnResult> {
  say(interactionOf(dc.context), text);
  return then === 'end' ? await dc.endDialog() : Dialog.EndOfTurn;
}
