import type { TurnContext } from 'botbuilder';
import type { Interaction, Reply } from '../../dialogs/interaction.ts';
import { newsForPartner } from '../../services/claims/news.ts';
import type { Claim } from '../../services/domain/claim.ts';
import type { AddressBook } from '../../services/outbox/addressBook.ts';
import { newsCard } from '../messengers/draftMessenger.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import { claimReply } from './claimReply.ts';
import type { SendReplies } from './sendReplies.ts';

/** Access to the missed claims, and the function that shows them. */
export interface MissedDependencies {
  readonly addressBook: AddressBook<ChatAddress>;
  readonly sendReplies: Pick<SendReplies, 'post'>;
}

/** Shows a person who could not be reached for a while the current cards of claims whose alerts did not arrive. */
export async function showMissedClaims(
  context: TurnContext,
  interaction: Interaction,
  { addressBook, sendReplies }: MissedDependencies,
): Promise<void> {
  const person = { kind: 'person', personId: interaction.actor.personId } as const;
  for (const number of interaction.missed) {
    const found = await interaction.claims.get(interaction.actor, number);
    const reply = found.ok && (await missedReply(interaction, found.value));
    if (reply) await sendReplies.post(context, reply);
    await addressBook.caughtUp(person, number);
  }
}

async function missedReply(interaction: Interaction, claim: Claim): Promise<Reply | undefined> {
  if (claim.status !== 'Editing') {
    const event = newsForPartner(claim.status);
    return await claimReply(interaction, claim, event ? { event } : {});
  }
  // The draft has been changed since, so nobody has to be reminded of it.
  if (!claim.due || claim.due === 'remind') return undefined;
  return { kind: 'card', card: await newsCard(interaction, interaction.actor, claim), number: claim.number };
}
