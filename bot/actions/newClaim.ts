import { openDraftsCard } from '../../cards/draft/openDrafts.ts';
import { messageText } from '../../cards/text/messages.ts';
import { say, standBelow } from '../../dialogs/say.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { refusedLook } from '../replies/refusedLook.ts';
import type { InputPlace } from '../routes/inputPlace.ts';
import { beginFiling, mayFile, personalOnly } from './beginFiling.ts';

/** Begins a claim. If there are open drafts, asks which to continue, unless a new claim was asked for explicitly. */
export async function newClaim(
  turn: Turn,
  place: InputPlace,
  { fresh = false }: { readonly fresh?: boolean | undefined } = {},
): Promise<void> {
  if (!(await mayFile(turn)) || !personalOnly(turn)) return;
  const { actor, claims, reader } = turn;
  const drafts = fresh ? [] : await claims.lists.openDrafts(actor);
  if (drafts.length === 0) return await beginFiling(place, { step: 'customer', takeUp: true });
  const listed = drafts.map((draft) => claims.lists.listed(draft, actor));
  turn.replies.push({ kind: 'card', card: openDraftsCard({ drafts: listed }, reader) });
}

/** D14: creates a draft filled in from a claim, and opens it at its first incomplete step. */
export async function newClaimFrom(turn: Turn, number: string, place: InputPlace): Promise<void> {
  if (!personalOnly(turn)) return;
  const begun = await turn.claims.beginAgain(turn.actor, number, turn.commandId);
  if (begun.ok) {
    await beginFiling(place, { number: begun.value.number, takeUp: true });
    // The form goes below, so that the reason of a rejection stays readable next to it.
    return standBelow(turn);
  }
  const { refusal } = begun;
  if (refusal.code === 'alreadySubmitted') return say(turn, messageText('againSubmitted', {}, turn.reader));
  turn.replies.push(await refusedLook(turn, number, refusal));
}

/** A new claim for waiting files. Its form goes below: until there is a draft, the files can go elsewhere. */
export async function newClaimFor(turn: Turn, files: readonly string[], place: InputPlace): Promise<void> {
  if (!(await mayFile(turn)) || !personalOnly(turn)) return;
  await beginFiling(place, { step: 'customer', files, takeUp: true });
  standBelow(turn);
}
