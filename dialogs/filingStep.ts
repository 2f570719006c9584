import { filingCard } from '../cards/filing/filing.ts';
import type { Notice } from '../cards/kit/card.ts';
import type { CheckedForm } from '../services/claims/checkForm.ts';
import type { PersonActor } from '../services/domain/actor.ts';
import { partnerPersonOf } from '../services/domain/actors.ts';
import { type Answers, type FilingStep, filingSteps } from '../services/domain/answers.ts';
import type { Draft } from '../services/domain/claim.ts';
import type { FieldErrors } from '../services/domain/form/fieldError.ts';
import { isFieldName } from '../services/domain/form/fieldLookup.ts';
import { normaliseAnswers } from '../services/domain/form/normaliseAnswers.ts';
import type { Typed } from '../services/domain/form/readForms.ts';
import { mayIssue } from '../services/domain/rules/moves.ts';
import type { Interaction, Reply } from './interaction.ts';

/** What a step's card shows besides the draft. */
export interface StepExtras {
  readonly typed?: Answers;
  readonly errors?: FieldErrors;
  readonly notice?: Notice;
  /** Before there is a draft: identifies the new claim. */
  readonly begun?: string;
  /** The same answers, checked before. */
  readonly form?: CheckedForm;
}

/** The form's answers among what was sent with a press: known fields only, corrected where understood. */
export function answersIn(typed: Typed): Answers {
  const known = Object.entries(typed).filter(([field]) => isFieldName(field));
  return normaliseAnswers(Object.fromEntries(known));
}

/** The card of one step; the card of the review also shows everything that is still wrong. */
export async function stepReply(
  interaction: Interaction,
  draft: Draft | undefined,
  step: FilingStep,
  extras: StepExtras = {},
): Promise<Reply> {
  const { claims, reader } = interaction;
  const partnerId = draft?.partnerId ?? partnerOf(interaction.actor);
  const typed = { ...draft?.answers, ...extras.typed };
  const form = extras.form ?? claims.checkForm(partnerId, typed);
  const asks = step === 'review' && !mayIssue(interaction.actor, 'submit');
  const [errors, offered, submitters] = await Promise.all([
    extras.errors ?? (step === 'review' ? form.errorsAt(step) : {}),
    form.optionsAt(step),
    asks ? claims.submitters(partnerId) : undefined,
  ]);
  const options = submitters ? { ...offered, submitters } : offered;
  const [only, ...others] = options.locations;
  const chosen: Answers = only && others.length === 0 ? { mpnId: only.mpnId } : {};
  const answers = { ...chosen, ...typed };
  const card = filingCard(
    {
      step,
      answers,
      errors,
      options,
      ...(draft ? { draft } : {}),
      ...(extras.begun ? { begun: extras.begun } : {}),
      ...(extras.notice ? { notice: extras.notice } : {}),
    },
    reader,
  );
  return { kind: 'card', card, ...(draft ? { number: draft.number } : {}) };
}

/** The next or the previous step; before the first and after the last, the step itself. */
export function neighbour(step: FilingStep, distance: 1 | -1): FilingStep {
  return filingSteps[filingSteps.indexOf(step) + distance] ?? step;
}

/** The company for which somebody files. */
export const partnerOf = (actor: PersonActor): string => partnerPersonOf(actor)?.partnerId ?? '';
