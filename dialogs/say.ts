import type { Turn } from './turn.ts';

/** Answers with a sentence. */
export function say({ replies }: Turn, text: string): void {
  replies.push({ kind: 'text', text });
}

/** The pressed card stays, with what is typed or to be read on it: the cards that answer stand below. */
export const standBelow = (turn: Turn): void => markCards(turn, { below: true });

/** The cards that answer are the presser's alone: nobody else's copy of the pressed card changes. */
export const keepToPresser = (turn: Turn): void => markCards(turn, { onlyForPresser: true });

function markCards(
  { replies }: Turn,
  mark: { readonly below: true } | { readonly onlyForPresser: true },
): void {
  for (const [index, reply] of replies.entries())
    if (reply.kind === 'card') replies[index] = { ...reply, ...mark };
}
