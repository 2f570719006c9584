import type { Actor } from '../actor.ts';
import { listOf } from '../actors.ts';
import { type Outcome, refused } from '../refusal.ts';

/**
 * There is no such claim that this person may see (R53): the same whether it exists or not. Names the side whose list
 * can be looked through instead; a partner's person without a role has none (R97).
 */
export function notFoundFor(actor: Actor): Outcome<never> {
  const list = listOf(actor);
  return refused('notFound', { side: list ? sideOf[list] : 'none' });
}

const sideOf = { mine: 'partner', queue: 'reviewer' } as const;
