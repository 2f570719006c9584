import type { Card } from '../../cards/kit/card.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { claimReply } from '../replies/claimReply.ts';

/** The claim's current card for this person; undefined if they may not see one. Changes nothing. */
export async function refreshedCard(turn: Turn, number: string): Promise<Card | undefined> {
  const found = await turn.claims.open(turn.actor, number);
  if (!found.ok || found.value.status === 'Editing') return undefined;
  const reply = await claimReply(turn, found.value);
  return reply.kind === 'card' ? reply.card : undefined;
}
