import { createHash } from 'node:crypto';

/** Somebody who sits at the page: has a personal chat with the bot. */
export interface Person {
  /** Short and stable, e.g. `ana`; it is also the page's hash and `data-person`. */
  readonly id: string;
  readonly name: string;
  /** Entra tenant and object ID: GUIDs. */
  readonly tenantId: string;
  readonly objectId: string;
  /** The label below the name, e.g. "Incentives admin · Fabrikam Consulting". */
  readonly role: string;
  readonly email?: string;
  /** BCP 47, what Teams would send; `en-US` if absent. */
  readonly locale?: string;
}

/** A channel of a team in which the bot is installed. */
export interface Channel {
  /** As Teams writes it: `19:…@thread.tacv2`. */
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly tenantId: string;
  /** Ids of people; the first one installed the bot. */
  readonly members: readonly string[];
}

/** Where a message stands: a personal chat, or a channel with the message that opened the thread. */
export type Conversation =
  | { readonly kind: 'personal'; readonly chat: string; readonly person: Person }
  | { readonly kind: 'channel'; readonly chat: string; readonly channel: Channel; readonly root?: string };

const pairwise = (person: Person) =>
  createHash('sha256').update(`${person.tenantId}/${person.objectId}`).digest('base64url');

/** The id by which the bot knows a person, in the form of Teams. */
export const userIdOf = (person: Person) => `29:1${pairwise(person)}`;

/** The id of a person's chat with the bot, in the form of Teams. */
export const chatIdOf = (person: Person) => `a:1${pairwise(person)}`;

/** The conversation id that Teams gives to a place: a thread carries its first message. */
export const conversationIdOf = (conversation: Conversation) =>
  conversation.kind === 'channel' && conversation.root
    ? `${conversation.chat};messageid=${conversation.root}`
    : conversation.chat;

/** Looks up people, channels and places. */
export type Roster = ReturnType<typeof createRoster>;

export const createRoster = (people: readonly Person[], channels: readonly Channel[]) => {
  const personOf = (id: string) => people.find((person) => person.id === id);

  const membersOf = (conversation: Conversation): Person[] =>
    conversation.kind === 'personal'
      ? [conversation.person]
      : people.filter((person) => conversation.channel.members.includes(person.id));

  const conversationOf = (conversationId: string): Conversation | undefined => {
    const [chat = '', root] = conversationId.split(';messageid=');
    const person = people.find((each) => chatIdOf(each) === chat);
    if (person) return { kind: 'personal', chat, person };
    const channel = channels.find((each) => each.id === chat);
    if (!channel) return undefined;
    return root === undefined ? { kind: 'channel', chat, channel } : { kind: 'channel', chat, channel, root };
  };

  /** The place of a conversation, if that person is in it. */
  const conversationSeenBy = (person: Person, conversationId: string): Conversation | undefined => {
    const conversation = conversationOf(conversationId);
    return conversation && membersOf(conversation).includes(person) ? conversation : undefined;
  };

  return {
    people,
    channels,
    personOf,
    membersOf,
    conversationOf,
    conversationSeenBy,
    /** Finds a person by the ID that the bot knows or, as Teams also allows, by Entra object ID. */
    personKnownAs: (id: string) => people.find((each) => userIdOf(each) === id || each.objectId === id),
    chatOf: (person: Person): Conversation => ({ kind: 'personal', chat: chatIdOf(person), person }),
  };
};
