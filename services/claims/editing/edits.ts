import type { Actor } from '../../domain/actor.ts';
import type { Answers } from '../../domain/answers.ts';
import type { SubmittedClaim } from '../../domain/claim.ts';
import { stepOfPart } from '../../domain/form/fieldLookup.ts';
import type { EditPart } from '../../domain/form/fields.ts';
import { optionsFrom } from '../../domain/form/filingOptions.ts';
import { formState } from '../../domain/form/formState.ts';
import {
  answersEdited,
  type EditReading,
  readEdit,
  withAddedLines,
  withOwnLinesOffered,
  withoutOwnClaim,
} from '../../domain/form/readEdit.ts';
import type { Changes } from '../../domain/history.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { changesBetween } from '../../domain/rules/changesBetween.ts';
import { mayIssue, targetOf } from '../../domain/rules/moves.ts';
import type { CommandTarget, createExecute, Executed } from '../execute.ts';
import type { FoundClaim } from '../findClaim.ts';
import type { createFormFacts } from '../formFacts.ts';
import { namesIn } from '../names.ts';
import type { EditForm } from './views.ts';

/** One part of a claim, and what was typed into its form. */
export interface TypedPart {
  readonly part: EditPart;
  readonly typed: Answers;
}

/** The claim after an edit, and the changes; none if the same press was handled before. */
export interface SavedEdit extends Executed {
  readonly changed: Changes;
}

export interface EditsDependencies {
  readonly find: (actor: Actor, number: string) => Promise<Outcome<FoundClaim>>;
  readonly facts: ReturnType<typeof createFormFacts>;
  readonly execute: ReturnType<typeof createExecute>['execute'];
}

/** Editing a submitted claim (R88, R89), part by part, with the rules of the form. */
export function createEdits({ find, facts, execute }: EditsDependencies) {
  async function read(
    claim: SubmittedClaim,
    { part, typed }: TypedPart,
  ): Promise<EditReading & Pick<EditForm, 'answers' | 'options'>> {
    const { partnerId, details } = claim;
    const answers = answersEdited(details, part, typed);
    const unextended = await factsFor(partnerId, part, answers);
    const named = namesIn(unextended.catalogue);
    const facts = withoutOwnClaim(withOwnLinesOffered(unextended, details, named), claim);
    const added = formState(withAddedLines(details, answers), facts);
    return {
      ...readEdit(details, part, { form: formState(answers, facts), added }),
      answers,
      options: optionsFrom({ answers, checked: added, facts, named }),
    };
  }

  /**
   * R37 is not checked again (D11), so the MPN ID uses the data of the contacts step, for which the tenant is not
   * looked up.
   */
  const factsFor = (partnerId: string, part: EditPart, answers: Answers) =>
    facts(partnerId, answers)(part === 'mpnId' ? 'contacts' : stepOfPart(part));

  return {
    /** The form of a part; with `check`, its errors are marked. */
    async form(claim: SubmittedClaim, part: TypedPart, { check }: { check: boolean }): Promise<EditForm> {
      const { answers, errors, options } = await read(claim, part);
      return { answers, errors: check ? errors : {}, options };
    },

    /**
     * Saves one part: `fieldErrors` when something is wrong in it, `nothingEdited` when it is as it was. The rules that
     * need imported data are checked here; the command checks the others again.
     */
    async save(actor: Actor, target: CommandTarget, part: TypedPart): Promise<Outcome<SavedEdit>> {
      if (!mayIssue(actor, 'edit')) return refused('notAllowed', { command: 'edit' });
      const visible = await find(actor, target.number);
      if (!visible.ok) return visible;
      const found = visible.value;
      if (found.kind === 'draft') return refused('wrongStatus', { command: 'edit', status: 'Editing' });
      const claim = found.document.body;
      const { status } = claim;
      const { changes } = await read(claim, part);
      if (!changes)
        return targetOf(status, 'edit')
          ? refused('fieldErrors')
          : refused('wrongStatus', { command: 'edit', status });
      const outcome = await execute(actor, { ...target, found }, { name: 'edit', changes });
      if (!outcome.ok) return outcome;
      const after = outcome.value.claim;
      return granted({ ...outcome.value, changed: changesBetween(claim.details, after.details) });
    },
  };
}
