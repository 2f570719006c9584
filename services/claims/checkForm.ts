import type { Answers, FilingStep } from '../domain/answers.ts';
import type { FieldErrors } from '../domain/form/fieldError.ts';
import { type FormChoices, optionsFrom } from '../domain/form/filingOptions.ts';
import { type FormState, formState } from '../domain/form/formState.ts';
import { type AnswersReading, errorsOf, firstOpenStep, readAnswers } from '../domain/form/readAnswers.ts';
import type { createFormFacts } from './formFacts.ts';
import { namesIn } from './names.ts';
import type { ReadSlot } from './readSlots.ts';

/** A form's answers with the data to check them: each item is loaded and checked once, whatever is asked. */
export interface CheckedForm {
  /** The errors of one step, or all of them at the review. */
  readonly errorsAt: (step: FilingStep) => Promise<FieldErrors>;
  /** Where a draft with so many files is taken up again. */
  readonly firstOpenStep: (proofs: number) => Promise<FilingStep>;
  /** What the card of a step can offer. */
  readonly optionsAt: (step: FilingStep) => Promise<FormChoices>;
  /** Everything, as it would be submitted. */
  readonly reading: () => Promise<AnswersReading>;
}

interface Checked {
  readonly state: FormState;
  readonly reading: () => AnswersReading;
}

/** Checks forms. */
export function createCheckForm(factsFor: ReturnType<typeof createFormFacts>) {
  /** `readSlot`: how slots are read, where a decision follows the check. */
  return function checkForm(partnerId: string, answers: Answers, readSlot?: ReadSlot): CheckedForm {
    const facts = factsFor(partnerId, answers, readSlot);
    const checked = new Map<FilingStep, Promise<Checked>>();

    /** The review includes what every other step needs. */
    function at(step: FilingStep): Promise<Checked> {
      const facts = checked.get('review') ?? checked.get(step) ?? check(step);
      checked.set(step, facts);
      return facts;
    }

    async function check(step: FilingStep): Promise<Checked> {
      const state = formState(answers, await facts(step));
      let reading: AnswersReading | undefined;
      return {
        state,
        reading: () => {
          reading ??= readAnswers(state);
          return reading;
        },
      };
    }

    async function errorsAt(step: FilingStep): Promise<FieldErrors> {
      const { errors } = (await at(step)).reading();
      return step === 'review' ? errors : errorsOf(step, errors);
    }

    async function optionsAt(step: FilingStep): Promise<FormChoices> {
      // What is offered does not depend on the tenant.
      const { state } = await at(step === 'review' ? 'lines' : step);
      const { facts } = state;
      return optionsFrom({ answers, checked: state, facts, named: namesIn(facts.catalogue) });
    }

    return {
      errorsAt,
      optionsAt,
      firstOpenStep: async (proofs) => firstOpenStep(await errorsAt('review'), proofs),
      reading: async () => (await at('review')).reading(),
    };
  };
}

export type CheckForm = ReturnType<typeof createCheckForm>;
