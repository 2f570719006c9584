import { contestCard } from '../../cards/contest/contest.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Interaction } from '../../dialogs/interaction.ts';

/** Shows a reviewer the claims on one slot; for anybody else it does not exist (R53). */
export async function showContest(
  interaction: Interaction,
  action: Extract<Action, { verb: 'contest.open' }>,
): Promise<void> {
  const found = await interaction.claims.contest(interaction.actor, action);
  const from = action.from ?? 0;
  interaction.replies.push(
    found.ok
      ? { kind: 'card', card: contestCard({ ...found.value, from }, interaction.reader) }
      : { kind: 'text', text: refusalText(found.refusal, interaction.reader) },
  );
}
