import type { Actor } from '../actor.ts';
import { listKindFor } from '../actors.ts';
import { type Outcome, refused } from '../refusal.ts';

/**
 * Refuses because this person may see no such claim (R53); the answer is the same whether or not the claim exists. It
 * names the side whose list can be opened instead; a person of a partner without a role has no list (R97).
 */
export function notFoundFor(actor: Actor): Outcome<never> {
  const list = listKindFor(actor);
  return refused('notFound', { side: list ? sideOf[list] : 'none' });
}

const sideOf = { mine: 'partner', queue: 'reviewer' } as const;
