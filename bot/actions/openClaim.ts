import { historyCard } from '../../cards/history.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Action } from '../../cards/verbs.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { Claim } from '../../services/claims/claim.ts';
import { claimReply, refusalReply } from '../claimReply.ts';

/** Shows a claim, or one of its forms. A draft is the dialog's: the caller takes it up. */
export async function openClaim(
  turn: Turn,
  action: Extract<Action, { verb: 'claim.open' }>,
): Promise<Claim | undefined> {
  const found = await turn.claims.open(turn.actor, action.number);
  if (!found.ok) {
    turn.replies.push({ kind: 'text', text: refusalText(found.refusal, turn.reader) });
    return undefined;
  }
  if (found.value.status === 'Editing') return found.value;
  const typed = turn.input.kind === 'press' ? turn.input.typed : {};
  const { may } = await turn.claims.view(turn.actor, found.value);
  if (action.form && !may.includes(action.form)) {
    turn.replies.push(
      await refusalReply(turn, action.number, { code: 'changedMeanwhile' }, { form: action.form, typed }),
    );
    return found.value;
  }
  const reply = await claimReply(turn, found.value, action.form ? { form: action.form, typed } : {});
  // A form is the presser's own: in a channel the others keep the claim's card.
  turn.replies.push(action.form && reply.kind === 'card' ? { ...reply, onlyForPresser: true } : reply);
  return found.value;
}

/** Shows a page of a claim's history (R96). */
export async function showHistory(
  turn: Turn,
  { number, olderThan, newerThan }: Extract<Action, { verb: 'claim.history' }>,
): Promise<void> {
  const page = await turn.claims.lists.history(turn.actor, number, { olderThan, newerThan });
  const found = await turn.claims.open(turn.actor, number);
  if (!page.ok || !found.ok) {
    turn.replies.push({ kind: 'text', text: refusalText({ code: 'notFound' }, turn.reader) });
    return;
  }
  const claim = found.value;
  const claimName = claim.status === 'Editing' ? claim.answers.claimName : claim.details.claimName;
  const view = {
    page: page.value,
    claimName: claimName ?? number,
    status: claim.status,
    names: await turn.claims.names(),
    viewer: turn.actor.kind,
    partnerName: await turn.claims.partnerName(claim.partnerId),
  };
  turn.replies.push({ kind: 'card', card: historyCard(view, turn.reader), number });
}
