import { claimListCard } from '../../cards/list/claimList.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import type { ListRequest } from '../../services/claims/lists/lists.ts';
import type { ClaimList, ListPosition } from '../../services/claims/lists/views.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { Outcome } from '../../services/domain/refusal.ts';

/** R68: the company's claims. */
export async function showMyClaims(interaction: Interaction, request: ListRequest = {}): Promise<void> {
  show(interaction, await interaction.claims.lists.mine(interaction.actor, request));
}

/** The claims that reviewers may have to act on. */
export async function showReviewQueue(interaction: Interaction, position: ListPosition = {}): Promise<void> {
  show(interaction, await interaction.claims.lists.queue(interaction.actor, position));
}

/** The list that belongs to this person: their company's claims, or the review queue. */
export async function showOwnList(interaction: Interaction): Promise<void> {
  const { kind } = interaction.actor;
  switch (kind) {
    case 'partner':
      return await showMyClaims(interaction);
    case 'reviewer':
      return await showReviewQueue(interaction);
    default:
      return assertNever(kind);
  }
}

/** For a reviewer who mentions the bot without a command: the waiting claims, and what can be typed. */
export async function showQueueAndHelp(interaction: Interaction): Promise<void> {
  show(interaction, await interaction.claims.lists.queue(interaction.actor), { mentioned: true });
}

function show(
  interaction: Interaction,
  list: Outcome<ClaimList>,
  extras: { readonly mentioned?: boolean } = {},
): void {
  interaction.replies.push(
    list.ok
      ? { kind: 'card', card: claimListCard(list.value, interaction.reader, extras) }
      : { kind: 'text', text: refusalText(list.refusal, interaction.reader) },
  );
}
