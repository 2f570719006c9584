import { historyCard } from '../../cards/history/history.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { keepToPresser, say } from '../../dialogs/say.ts';
import { type Turn, typedIn } from '../../dialogs/turn.ts';
import { claimReply, refusalReply, viewReply } from '../replies/claimReply.ts';
import type { InputPlace } from '../routes/inputPlace.ts';
import { resumeDraft } from './keepDraft.ts';

/** Shows a claim, or one of its forms; a draft is gone on with. */
export async function openClaim(
  turn: Turn,
  { number, form }: Omit<Extract<Action, { verb: 'claim.open' }>, 'verb'>,
  place: InputPlace,
): Promise<void> {
  const found = await turn.claims.open(turn.actor, number);
  if (!found.ok) return say(turn, refusalText(found.refusal, turn.reader));
  const claim = found.value;
  if (claim.status === 'Editing') return await resumeDraft(turn, { number }, place);
  if (!form) return void turn.replies.push(await claimReply(turn, claim));
  const extras = { form, typed: typedIn(turn) };
  const view = await turn.claims.view(turn.actor, claim);
  if (!view.may.includes(form)) {
    turn.replies.push(await refusalReply(turn, number, { code: 'changedMeanwhile' }, extras));
    return;
  }
  turn.replies.push(viewReply(turn, view, extras));
  // In a channel the others keep the claim's card.
  if (!turn.personal) keepToPresser(turn);
}

/** Shows a page of a claim's history (R96). */
export async function showHistory(
  turn: Turn,
  { number, olderThan, newerThan }: Extract<Action, { verb: 'claim.history' }>,
): Promise<void> {
  const found = await turn.claims.lists.history(turn.actor, number, { olderThan, newerThan });
  if (!found.ok) return say(turn, refusalText(found.refusal, turn.reader));
  const { claim, ...page } = found.value;
  const claimName = claim.status === 'Editing' ? claim.answers.claimName : claim.details.claimName;
  const view = {
    page,
    claimName: claimName ?? number,
    status: claim.status,
    names: await turn.claims.names(),
    viewer: turn.actor.kind,
    partnerName: await turn.claims.partnerName(claim.partnerId),
  };
  turn.replies.push({ kind: 'card', card: historyCard(view, turn.reader), number });
}
