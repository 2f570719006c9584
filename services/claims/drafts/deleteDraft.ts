import type { Actor } from '../../domain/actor.ts';
import type { DeletedDraft } from '../../domain/draft.ts';
import { personOf } from '../../domain/person.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import { draftGoneAlert } from '../../domain/rules/draftAlertFor.ts';
import { maySee } from '../../domain/rules/moves.ts';
import { notFoundFor } from '../../domain/rules/notFound.ts';
import { lostRace } from '../../queue/retry.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { alertDocument, doneDocument, doneId, partnerPartition } from '../documents.ts';
import { findClaim } from '../findClaim.ts';
import { saveOrRefuse } from '../saveOrRefuse.ts';
import type { DraftTarget } from './changeDraft.ts';
import { findDeletedDraft, refuseMissing, replaceByDeletedDraft } from './deletedDraft.ts';

/**
 * Deletes a draft on an admin's request (R97, D13), but only in the version that this person has seen, since somebody
 * may have added work. A repeated activity gets the same result.
 */
export function createDeleteDraft(context: ClaimsContext) {
  const { store, now, queue } = context;

  return async function deleteDraft(
    actor: Actor,
    target: Required<DraftTarget>,
  ): Promise<Outcome<DeletedDraft>> {
    const outcome = await queue(target.number, () =>
      saveOrRefuse(() => attempt(actor, target), context.wait),
    );
    if (outcome.ok) context.committed();
    return outcome;
  };

  async function attempt(
    actor: Actor,
    { number, version, commandId }: Required<DraftTarget>,
  ): Promise<Outcome<DeletedDraft> | typeof lostRace> {
    const found = await findClaim(store, number);
    if (!found) return await repeatedOr(actor, number, commandId);
    if (!maySee(actor, found.document.body)) return notFoundFor(actor);
    if (found.kind === 'submitted') return refused('alreadySubmitted');
    const draft = found.document.body;
    if (draft.version !== version) return refused('changedMeanwhile');
    const at = now().toISOString();
    const { pk } = found.document;
    const gone = draftGoneAlert(draft, { at, actorId: actor.personId });
    const deletion = await replaceByDeletedDraft(store, found.document, {
      at,
      by: personOf(actor),
      extraWrites: [
        { kind: 'create', document: doneDocument(pk, commandId, number, at) },
        ...(gone ? [{ kind: 'create' as const, document: alertDocument(pk, gone) }] : []),
      ],
    });
    return deletion === lostRace ? lostRace : granted(deletion);
  }

  async function repeatedOr(actor: Actor, number: string, commandId: string): Promise<Outcome<DeletedDraft>> {
    const deletion = await findDeletedDraft(store, actor, number);
    const done = deletion && (await store.read(partnerPartition(deletion.partnerId), doneId(commandId)));
    return deletion && done ? granted(deletion) : await refuseMissing(store, actor, number);
  }
}
