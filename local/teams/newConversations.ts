import { z } from 'zod/v4';
import { type BotActivity, botActivitySchema } from './botActivity.ts';
import type { BotMessages } from './botMessages.ts';
import { badSyntax, noConversation } from './connectorRefusals.ts';
import type { Answer } from './http.ts';
import { conversationIdOf, type Roster } from './people.ts';

const conversationSchema = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: botActivitySchema.optional(),
});
type ConversationParameters = z.infer<typeof conversationSchema>;

/** Who can be written to, and what writes there. */
export interface NewConversationsDeps {
  readonly roster: Roster;
  readonly messages: BotMessages;
  readonly serviceUrl: string;
}

/** `POST /v3/conversations`: a bot opens the chat with a person, or starts a thread in a channel. */
export const createNewConversations = ({ roster, messages, serviceUrl }: NewConversationsDeps) => {
  const openChat = ({ members, tenantId, activity }: ConversationParameters): Answer => {
    const person = members?.[0] && roster.personKnownAs(members[0].id);
    if (!person || (tenantId && tenantId !== person.tenantId))
      return badSyntax('Invalid user identity in provided tenant.');
    const conversation = roster.chatOf(person);
    const refusal = activity && messages.refusalIn(conversation);
    if (refusal) return refusal;
    const activityId = activity && messages.show(conversation, activity);
    return { status: 201, body: { id: conversation.chat, serviceUrl, activityId } };
  };

  const startThread = (channelId: string, activity?: BotActivity): Answer => {
    const conversation = roster.conversationOf(channelId);
    if (conversation?.kind !== 'channel') return noConversation;
    if (activity?.type !== 'message') return badSyntax('Activity is required to start a thread.');
    const { root: _, ...channel } = conversation;
    const root = messages.show(channel, activity);
    return {
      status: 201,
      body: { id: conversationIdOf({ ...channel, ...(root ? { root } : {}) }), activityId: root, serviceUrl },
    };
  };

  return (body: unknown): Answer => {
    const parsed = conversationSchema.safeParse(body);
    if (!parsed.success) return badSyntax('Invalid conversation parameters.');
    const { channelData, activity } = parsed.data;
    return channelData?.channel ? startThread(channelData.channel.id, activity) : openChat(parsed.data);
  };
};
