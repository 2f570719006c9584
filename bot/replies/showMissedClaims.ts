import type { TurnContext } from 'botbuilder';
import type { Interaction, Reply } from '../../dialogs/interaction.ts';
import { newsForPartner } from '../../services/claims/news.ts';
import type { Claim } from '../../services/domain/claim.ts';
import type { AddressBook } from '../../services/outbox/addressBook.ts';
import { newsCard } from '../messengers/draftMessenger.ts';
import type { Place } from '../teams/places.ts';
import { claimReply } from './claimReply.ts';
import type { Door } from './door.ts';

/** Who missed what, and the way to show it. */
export interface MissedDependencies {
  readonly addressBook: AddressBook<Place>;
  readonly door: Pick<Door, 'post'>;
}

/** Who could not be reached for a while is shown the claims whose alerts went nowhere, as they stand now. */
export async function showMissedClaims(
  context: TurnContext,
  interaction: Interaction,
  { addressBook, door }: MissedDependencies,
): Promise<void> {
  if (!interaction.personal) return;
  const person = { kind: 'person', personId: interaction.actor.personId } as const;
  for (const number of await addressBook.missed(person)) {
    const found = await interaction.claims.open(interaction.actor, number);
    const reply = found.ok && (await missedReply(interaction, found.value));
    if (reply) await door.post(context, reply);
    await addressBook.caughtUp(person, number);
  }
}

async function missedReply(interaction: Interaction, claim: Claim): Promise<Reply | undefined> {
  if (claim.status !== 'Editing') {
    const event = newsForPartner(claim.status);
    return await claimReply(interaction, claim, event ? { event } : {});
  }
  // Changed since: then nobody has to be reminded of it.
  if (!claim.due || claim.due === 'remind') return undefined;
  return { kind: 'card', card: await newsCard(interaction, interaction.actor, claim), number: claim.number };
}
