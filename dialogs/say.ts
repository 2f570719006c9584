import type { Turn } from './turn.ts';

/** Answers with a sentence. */
export function say({ replies }: Turn, text: string): void {
  replies.push({ kind: 'text', text });
}

/** Sends the answering cards below the pressed card, which stays with everything on it. */
export const standBelow = (turn: Turn): void => markCards(turn, { below: true });

/** Shows the answering cards to the presser only: nobody else's copy of the pressed card changes. */
export const keepToPresser = (turn: Turn): void => markCards(turn, { onlyForPresser: true });

function markCards(
  { replies }: Turn,
  mark: { readonly below: true } | { readonly onlyForPresser: true },
): void {
  for (const [index, reply] of replies.entries())
    if (reply.kind === 'card') replies[index] = { ...reply, ...mark };
}
