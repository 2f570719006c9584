import type { Answers, FilingStep } from '../domain/answers.ts';
import type { Names } from '../domain/catalogue.ts';
import type { EditingClaim } from '../domain/claim.ts';
import type { FieldErrors } from '../domain/form/fieldError.ts';
import { type FilingOptions, optionsFrom } from '../domain/form/filingOptions.ts';
import { errorsOf, firstOpenStep, readAnswers } from '../domain/form/readAnswers.ts';
import type { createFormKnowledge } from './formKnowledge.ts';

/** What the form asks of a draft: what a step can offer, what is wrong in it, which step comes next. */
export function createFormQuestions({
  knowledge,
  names,
}: {
  readonly knowledge: ReturnType<typeof createFormKnowledge>;
  readonly names: () => Promise<Names>;
}) {
  /** What the card of a step can offer. */
  async function filingOptions(
    partnerId: string,
    answers: Answers,
    step: FilingStep,
  ): Promise<FilingOptions> {
    const [known, named] = await Promise.all([
      // What is offered does not depend on the tenant.
      knowledge(partnerId, answers, step === 'review' ? 'lines' : step),
      names(),
    ]);
    return optionsFrom({ answers, checked: answers, known, named });
  }

  /** The step at which a draft is resumed. */
  async function openStep({ partnerId, answers, proofs }: EditingClaim): Promise<FilingStep> {
    return firstOpenStep(answers, proofs.length, await knowledge(partnerId, answers, 'review'));
  }

  /** The errors of one step of a draft, or of all of it at the review. */
  async function stepErrors(partnerId: string, step: FilingStep, answers: Answers): Promise<FieldErrors> {
    const known = await knowledge(partnerId, answers, step);
    return step === 'review' ? readAnswers(answers, known).errors : errorsOf(step, answers, known);
  }

  return { filingOptions, firstOpenStep: openStep, stepErrors };
}
