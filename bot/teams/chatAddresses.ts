import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import { isTimeZone } from '../../services/calendar/timeZone.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import type { Person } from '../../services/domain/person.ts';
import type { AddressBook, Contact } from '../../services/outbox/addressBook.ts';
import type { Json } from '../../services/storage/documents/documentStore.ts';
import { isPersonal, senderOf, withoutThread } from './identity.ts';

/** An address for messages: a conversation reference as plain JSON, without what changes with every activity. */
export type ChatAddress = {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly conversation: {
    readonly id: string;
    readonly conversationType?: string;
    readonly tenantId?: string;
  };
  readonly bot: { readonly id: string; readonly name: string };
  readonly user?: { readonly id: string; readonly aadObjectId?: string };
  /** The person's time zone, an IANA name, as their client reports it. */
  readonly timeZone?: string;
  /** What people call a proposed channel. */
  readonly name?: string;
} & { readonly [key: string]: Json | undefined };

/** Records where people can be reached. */
export function createChatAddresses(addressBook: AddressBook<ChatAddress>) {
  /** What is recorded of the person whose own chat an activity comes from. */
  async function contactOf(activity: Activity): Promise<Contact<ChatAddress>> {
    const personId = senderOf(activity);
    return personId === undefined ? {} : await addressBook.contact({ kind: 'person', personId });
  }

  /** Records a person's own chat under that person. */
  async function remember(
    activity: Activity,
    actor: PersonActor,
    known: ChatAddress | undefined,
  ): Promise<void> {
    const address = addressOf(activity);
    const person = { kind: 'person', personId: actor.personId } as const;
    const timeZone = zoneOf(activity) ?? known?.timeZone;
    await addressBook.remember(person, timeZone ? { ...address, timeZone } : address, known);
  }

  /** Nobody can be reached there any more: the person has removed the bot. */
  async function forget(activity: Activity): Promise<void> {
    const personId = senderOf(activity);
    if (isPersonal(activity) && personId !== undefined)
      await addressBook.forget({ kind: 'person', personId });
  }

  return { contactOf, remember, forget };
}

/** The time zones of people whose zone is known, by person ID (R79). */
export const createZonesOf =
  (addressBook: Pick<AddressBook<ChatAddress>, 'find'>) =>
  async (people: readonly Pick<Person, 'id'>[]): Promise<Readonly<Record<string, string>>> => {
    const addresses = await Promise.all(
      people.map(({ id }) => addressBook.find({ kind: 'person', personId: id })),
    );
    const zones = people.map(({ id }, index) => [id, addresses[index]?.timeZone] as const);
    return Object.fromEntries(zones.filter((entry): entry is [string, string] => entry[1] !== undefined));
  };

/** Not every activity has a zone, and old clients send names that are not IANA zones. */
const zoneOf = ({ localTimezone }: Activity): string | undefined =>
  typeof localTimezone === 'string' && isTimeZone(localTimezone) ? localTimezone : undefined;

export type ChatAddresses = ReturnType<typeof createChatAddresses>;

/** Where an activity comes from, as it is recorded. */
export function addressOf(activity: Activity): ChatAddress {
  const { serviceUrl, channelId, conversation, bot, user } = TurnContext.getConversationReference(activity);
  const { conversationType, tenantId } = conversation ?? {};
  return {
    serviceUrl: serviceUrl ?? '',
    channelId: channelId ?? '',
    conversation: {
      id: withoutThread(conversation?.id ?? ''),
      ...(conversationType ? { conversationType } : {}),
      ...(tenantId ? { tenantId } : {}),
    },
    bot: { id: bot?.id ?? '', name: bot?.name ?? '' },
    ...(user
      ? { user: { id: user.id, ...(user.aadObjectId ? { aadObjectId: user.aadObjectId } : {}) } }
      : {}),
  };
}

/** A reference the adapter can continue, to the address itself or to a thread in it. */
export const referenceTo = (
  { user, timeZone: _zone, name: _name, ...address }: ChatAddress,
  conversationId = address.conversation.id,
): Partial<ConversationReference> => ({
  ...address,
  ...(user ? { user: { name: '', ...user } } : {}),
  conversation: {
    isGroup: address.conversation.conversationType !== 'personal',
    conversationType: address.conversation.conversationType ?? 'personal',
    name: '',
    ...address.conversation,
    id: conversationId,
  },
});
