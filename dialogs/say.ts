import type { Interaction } from './interaction.ts';

/** Answers with a sentence. */
export function say({ replies }: Interaction, text: string): void {
  replies.push({ kind: 'text', text });
}

/** The pressed card stays, with what is typed or to be read on it: the cards that answer stand below. */
export const standBelow = (interaction: Interaction): void => markCards(interaction, { below: true });

/** The cards that answer are the presser's alone: nobody else's copy of the pressed card changes. */
export const keepToPresser = (interaction: Interaction): void =>
  markCards(interaction, { onlyForPresser: true });

function markCards(
  { replies }: Interaction,
  mark: { readonly below: true } | { readonly onlyForPresser: true },
): void {
  for (const [index, reply] of replies.entries())
    if (reply.kind === 'card') replies[index] = { ...reply, ...mark };
}
