import type { Directory } from '../directory/directoryService.ts';
import type { Actor } from '../domain/actor.ts';
import type { Claim, ClaimDetails, EditingClaim, FiledClaim } from '../domain/claim.ts';
import type { Command } from '../domain/command.ts';
import { readAnswers } from '../domain/form/readAnswers.ts';
import { granted, type Outcome, refused } from '../domain/refusal.ts';
import { mayFile } from './drafts/mayFile.ts';
import type { CommandTarget, createExecute } from './execute.ts';
import type { createFormKnowledge } from './formKnowledge.ts';

/** What submitting needs: the draft, who may submit, the data for checking answers, executing the command. */
export interface SubmitDependencies {
  readonly open: (actor: Actor, number: string) => Promise<Outcome<Claim>>;
  readonly directory: Pick<Directory, 'incentivesAdmins'>;
  readonly knowledge: ReturnType<typeof createFormKnowledge>;
  readonly execute: ReturnType<typeof createExecute>['execute'];
}

/** Submits drafts. */
export function createSubmitDraft({ open, directory, knowledge, execute }: SubmitDependencies) {
  /**
   * Submits the current draft for an Incentives admin (R98) and checks it once more (D11): `incomplete` when an answer
   * is missing or wrong or a line fails, `customerUnchecked` when the domain's tenant could not be looked up,
   * `proofMissing` without PoE (R55).
   */
  return async function submitDraft(actor: Actor, target: CommandTarget): Promise<Outcome<FiledClaim>> {
    const found = await open(actor, target.number);
    if (!found.ok) return found;
    const draft = found.value;
    // A repeated press, or a draft that was submitted meanwhile: the command finds out which.
    if (draft.status !== 'Editing')
      return await submit(actor, target, { name: 'submit', details: draft.details });
    // R98: a person who may not submit learns whom to ask, before the draft is checked.
    const allowed = await mayFile(directory, actor);
    if (!allowed.ok) return allowed;
    const details = await detailsOf(draft);
    if (!details.ok) return details;
    const comment = draft.answers.comment?.trim();
    return await submit(
      actor,
      // Submits exactly what was read: after a change in between it is refused, and nothing unseen is sent.
      { ...target, version: target.version ?? draft.version },
      { name: 'submit', details: details.value, ...(comment ? { comment } : {}) },
    );
  };

  async function detailsOf({ partnerId, answers }: EditingClaim): Promise<Outcome<ClaimDetails>> {
    const known = await knowledge(partnerId, answers, 'review');
    const { details, errors } = readAnswers(answers, known);
    if (details) return granted(details);
    const unchecked = Object.values(errors).every((error) => error?.code === 'tenantUnavailable');
    return refused(unchecked ? 'customerUnchecked' : 'incomplete');
  }

  async function submit(
    actor: Actor,
    target: CommandTarget,
    command: Extract<Command, { name: 'submit' }>,
  ): Promise<Outcome<FiledClaim>> {
    const outcome = await execute(actor, target, command);
    return outcome.ok ? granted(outcome.value.claim) : outcome;
  }
}
