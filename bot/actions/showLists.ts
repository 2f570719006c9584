import { claimListCard } from '../../cards/list/claimList.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { ListRequest } from '../../services/claims/lists/lists.ts';
import type { ClaimList, ListPlace } from '../../services/claims/lists/views.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { Outcome } from '../../services/domain/refusal.ts';

/** R68: the company's claims. */
export async function showMyClaims(turn: Turn, request: ListRequest = {}): Promise<void> {
  show(turn, await turn.claims.lists.mine(turn.actor, request));
}

/** The claims that reviewers may have to act on. */
export async function showReviewQueue(turn: Turn, place: ListPlace = {}): Promise<void> {
  show(turn, await turn.claims.lists.queue(turn.actor, place));
}

/** The list that belongs to this person: their company's claims, or the review queue. */
export async function showOwnList(turn: Turn): Promise<void> {
  const { kind } = turn.actor;
  switch (kind) {
    case 'partner':
      return await showMyClaims(turn);
    case 'reviewer':
      return await showReviewQueue(turn);
    default:
      return assertNever(kind);
  }
}

/** For a reviewer who mentions the bot without a command: the waiting claims, and what can be typed. */
export async function showQueueAndHelp(turn: Turn): Promise<void> {
  show(turn, await turn.claims.lists.queue(turn.actor), { mentioned: true });
}

function show(turn: Turn, list: Outcome<ClaimList>, extras: { readonly mentioned?: boolean } = {}): void {
  turn.replies.push(
    list.ok
      ? { kind: 'card', card: claimListCard(list.value, turn.reader, extras) }
      : { kind: 'text', text: refusalText(list.refusal, turn.reader) },
  );
}
