import type { Actor } from '../../domain/actor.ts';
import type { Answers } from '../../domain/answers.ts';
import { overlayAnswers } from '../../domain/form/overlayAnswers.ts';
import { personOf } from '../../domain/person.ts';
import { granted } from '../../domain/refusal.ts';
import { ownerOf, takenOverBy } from '../../domain/rules/draftOwner.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { createBeginDraft } from './beginDraft.ts';
import { createChangeDraft, type DraftTarget } from './changeDraft.ts';
import { createDraftProofs } from './draftProofs.ts';

/** Drafts: saved before each reply, as they were typed. A draft has no slot and no history of its own (D6). */
export function createDrafts(context: ClaimsContext) {
  const begin = createBeginDraft(context);
  const change = createChangeDraft(context);

  return {
    create: (actor: Actor, answers: Answers, commandId: string) => begin(actor, { answers }, commandId),
    createFrom: begin,

    /** Overlays the answers with what was typed, valid or not. */
    save: (actor: Actor, target: DraftTarget, typed: Answers) =>
      change(actor, target, (draft) => {
        const filled = overlayAnswers(draft, typed);
        const rewritten = (filled.answers.comment ?? '') !== (draft.answers.comment ?? '');
        return granted({ ...filled, ...(rewritten ? { commentBy: personOf(actor) } : {}) });
      }),

    /** D13: from now on this person fills in the draft and gets its alerts, instead of the person before. */
    takeOver: (actor: Actor, target: DraftTarget) =>
      change(actor, target, (draft, at) =>
        granted(ownerOf(draft).id === actor.personId ? 'unchanged' : takenOverBy(draft, personOf(actor), at)),
      ),

    ...createDraftProofs(change),
  };
}

/** What can be done with drafts. */
export type Drafts = ReturnType<typeof createDrafts>;
