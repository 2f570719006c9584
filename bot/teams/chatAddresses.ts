import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import { isTimeZone } from '../../services/calendar/timeZone.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
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
} & { readonly [key: string]: Json | undefined };

const reviewers = { kind: 'reviewers' } as const;

/** Records where people and the reviewers' channel can be reached. */
export function createChatAddresses(addressBook: AddressBook<ChatAddress>) {
  /** What is recorded for the chat or channel of an activity, whoever sent it. */
  async function contactOf(activity: Activity): Promise<Contact<ChatAddress>> {
    if (!isPersonal(activity)) return await addressBook.contact(reviewers);
    const personId = senderOf(activity);
    return personId === undefined ? {} : await addressBook.contact({ kind: 'person', personId });
  }

  /**
   * Records a person's own chat under that person. The reviewers' channel is the one in which a reviewer installed the
   * bot: a message in another channel must not make claims appear there.
   */
  async function remember(
    activity: Activity,
    actor: PersonActor,
    known: ChatAddress | undefined,
  ): Promise<void> {
    const address = addressOf(activity);
    if (isPersonal(activity)) {
      const person = { kind: 'person', personId: actor.personId } as const;
      const timeZone = zoneOf(activity) ?? known?.timeZone;
      return await addressBook.remember(person, timeZone ? { ...address, timeZone } : address, known);
    }
    if (!belongsInChannel(actor.kind) || activity.conversation.conversationType !== 'channel') return;
    const isReviewersChannel = known?.conversation.id === address.conversation.id;
    const { user: _installer, ...channel } = address;
    if (isReviewersChannel || isInstall(activity)) await addressBook.remember(reviewers, channel, known);
  }

  /** Whether this is the one channel in which claims may be shown (R53). */
  async function isReviewersChannel({ conversation }: Activity): Promise<boolean> {
    const known = await addressBook.find(reviewers);
    return known !== undefined && known.conversation.id === withoutThread(conversation.id);
  }

  return { contactOf, remember, isReviewersChannel };
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

/** Whether Teams reports that the bot has been added to a team. */
function isInstall({ type, membersAdded, recipient, action }: Activity): boolean {
  if (type === 'installationUpdate') return action === 'add';
  return type === 'conversationUpdate' && membersAdded?.some(({ id }) => id === recipient.id) === true;
}

export type ChatAddresses = ReturnType<typeof createChatAddresses>;

function addressOf(activity: Activity): ChatAddress {
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
  { user, timeZone: _zone, ...address }: ChatAddress,
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
