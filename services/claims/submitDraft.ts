import type { Directory } from '../directory/directoryService.ts';
import type { Actor } from '../domain/actor.ts';
import type { ClaimDetails, EditingClaim, FiledClaim } from '../domain/claim.ts';
import { granted, type Outcome, refused } from '../domain/refusal.ts';
import type { CheckForm } from './checkForm.ts';
import { mayFile } from './drafts/mayFile.ts';
import type { CommandTarget, createExecute } from './execute.ts';
import type { FoundClaim } from './findClaim.ts';

/** What submitting needs: the draft, who may submit it, what its answers are checked against, the command. */
export interface SubmitDependencies {
  readonly find: (actor: Actor, number: string) => Promise<Outcome<FoundClaim>>;
  readonly directory: Pick<Directory, 'incentivesAdmins'>;
  readonly checkForm: CheckForm;
  readonly execute: ReturnType<typeof createExecute>['execute'];
}

/** Submits drafts. */
export function createSubmitDraft({ find, directory, checkForm, execute }: SubmitDependencies) {
  /**
   * Submits a draft as it stands, by an Incentives admin (R98), checked once more (D11): `incomplete` when an answer is missing or wrong or a line
   * fails, `customerUnchecked` when nobody could say whose the domain is, `proofMissing` without PoE (R55).
   */
  return async function submitDraft(actor: Actor, target: CommandTarget): Promise<Outcome<FiledClaim>> {
    const visible = await find(actor, target.number);
    if (!visible.ok) return visible;
    const found = visible.value;
    // The same press again, or a draft that is submitted by now: the command knows which.
    if (found.kind === 'filed') {
      const { details } = found.document.body;
      return await submit(actor, { ...target, found }, { name: 'submit', details });
    }
    const draft = found.document.body;
    // R98: whoever may not submit is told whom to ask before anything of the draft is looked at.
    const allowed = await mayFile(directory, actor);
    if (!allowed.ok) return allowed;
    const details = await detailsOf(draft);
    if (!details.ok) return details;
    const comment = draft.answers.comment?.trim();
    return await submit(
      actor,
      // What is submitted is what was read: a change in between is refused, not sent along unseen.
      { ...target, found, version: target.version ?? draft.version },
      { name: 'submit', details: details.value, ...(comment ? { comment } : {}) },
    );
  };

  async function detailsOf({ partnerId, answers }: EditingClaim): Promise<Outcome<ClaimDetails>> {
    const { details, errors } = await checkForm(partnerId, answers).reading();
    if (details) return granted(details);
    const unchecked = Object.values(errors).every((error) => error?.code === 'tenantUnavailable');
    return refused(unchecked ? 'customerUnchecked' : 'incomplete');
  }

  async function submit(...submission: Parameters<typeof execute>): Promise<Outcome<FiledClaim>> {
    const outcome = await execute(...submission);
    return outcome.ok ? granted(outcome.value.claim) : outcome;
  }
}
