import type { Directory } from '../directory/directoryService.ts';
import type { Actor } from '../domain/actor.ts';
import type { ClaimDetails, Draft, SubmittedClaim } from '../domain/claim.ts';
import { granted, type Outcome, refused } from '../domain/refusal.ts';
import type { CheckForm } from './checkForm.ts';
import { mayFile } from './drafts/mayFile.ts';
import type { CommandTarget, createExecute } from './execute.ts';
import type { FoundClaim } from './findClaim.ts';
import { type ReadSlot, readingSlotsOnce } from './readSlots.ts';

/** What submitting needs: the draft, who may submit, the data for checking answers, executing the command. */
export interface SubmitDependencies {
  readonly find: (actor: Actor, number: string) => Promise<Outcome<FoundClaim>>;
  readonly directory: Pick<Directory, 'incentivesAdmins'>;
  readonly checkForm: CheckForm;
  readonly readSlot: ReadSlot;
  readonly execute: ReturnType<typeof createExecute>['execute'];
}

/** Submits drafts. */
export function createSubmitDraft({
  find,
  directory,
  checkForm,
  readSlot: slots,
  execute,
}: SubmitDependencies) {
  /**
   * Submits the current draft for an Incentives admin (R98) and checks it once more (D11): `incomplete` when an answer
   * is missing or wrong or a line fails, `customerUnchecked` when the domain's tenant could not be looked up,
   * `proofMissing` without PoE (R55).
   */
  return async function submitDraft(actor: Actor, target: CommandTarget): Promise<Outcome<SubmittedClaim>> {
    const visible = await find(actor, target.number);
    if (!visible.ok) return visible;
    const found = visible.value;
    // A repeated press, or a draft that was submitted meanwhile: the command finds out which.
    if (found.kind === 'submitted') {
      const { details } = found.document.body;
      return await submit(actor, { ...target, found }, { name: 'submit', details });
    }
    const draft = found.document.body;
    // R98: a person who may not submit learns whom to ask, before the draft is checked.
    const allowed = await mayFile(directory, actor);
    if (!allowed.ok) return allowed;
    const readSlot = readingSlotsOnce(slots);
    const details = await detailsOf(draft, readSlot);
    if (!details.ok) return details;
    const comment = draft.answers.comment?.trim();
    return await submit(
      actor,
      // Submits exactly what was read: after a change in between it is refused, and nothing unseen is sent.
      { ...target, found, readSlot, version: target.version ?? draft.version },
      { name: 'submit', details: details.value, ...(comment ? { comment } : {}) },
    );
  };

  async function detailsOf(
    { partnerId, answers }: Draft,
    readSlot: ReadSlot,
  ): Promise<Outcome<ClaimDetails>> {
    const { details, errors } = await checkForm(partnerId, answers, readSlot).reading();
    if (details) return granted(details);
    const unchecked = Object.values(errors).every((error) => error?.code === 'tenantUnavailable');
    return refused(unchecked ? 'customerUnchecked' : 'incomplete');
  }

  async function submit(...submission: Parameters<typeof execute>): Promise<Outcome<SubmittedClaim>> {
    const outcome = await execute(...submission);
    return outcome.ok ? granted(outcome.value.claim) : outcome;
  }
}
