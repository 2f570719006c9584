import type { Interaction } from './interaction.ts';

/** Answers with a sentence. */
export function say({ replies }: Interaction, text: string): void {
  replies.push({ kind: 'text', text });
}

/** Sends the answering cards (from the given one on) below the pressed card, which stays with everything on it. */
export const postCardsBelow = (interaction: Interaction, from = 0): void =>
  markCards(interaction, { below: true }, from);

/** Shows the answering cards to the presser only: nobody else's copy of the pressed card changes. */
export const showToPresserOnly = (interaction: Interaction): void =>
  markCards(interaction, { onlyForPresser: true });

function markCards(
  { replies }: Interaction,
  mark: { readonly below: true } | { readonly onlyForPresser: true },
  from = 0,
): void {
  for (const [index, reply] of replies.entries())
    if (index >= from && reply.kind === 'card') replies[index] = { ...reply, ...mark };
}
