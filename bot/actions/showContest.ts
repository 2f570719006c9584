import { contestCard } from '../../cards/contest/contest.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Turn } from '../../dialogs/turn.ts';

/** Shows a reviewer the claims on one slot; for anybody else it does not exist (R53). */
export async function showContest(
  turn: Turn,
  action: Extract<Action, { verb: 'contest.open' }>,
): Promise<void> {
  const found = await turn.claims.contest(turn.actor, action);
  const from = action.from ?? 0;
  turn.replies.push(
    found.ok
      ? { kind: 'card', card: contestCard({ ...found.value, from }, turn.reader) }
      : { kind: 'text', text: refusalText(found.refusal, turn.reader) },
  );
}
