import type { Actor } from '../domain/actor.ts';
import { granted, type Outcome } from '../domain/refusal.ts';
import { maySee } from '../domain/rules/moves.ts';
import type { DocumentStore } from '../storage/documents/documentStore.ts';
import { refuseMissing } from './drafts/deletedDraft.ts';
import { type FoundClaim, findClaim } from './findClaim.ts';

/** A claim that this person may see; otherwise `notFound`, whether it exists or not (R53), or `draftDeleted`. */
export async function findVisibleClaim(
  store: DocumentStore,
  actor: Actor,
  number: string,
): Promise<Outcome<FoundClaim>> {
  const found = await findClaim(store, number);
  if (!found || !maySee(actor, found.document.body)) return await refuseMissing(store, actor, number);
  return granted(found);
}
