import { type BotActivity, contentOf } from './botActivity.ts';
import type { BotClient } from './botClient.ts';
import type { ChatStore } from './chatStore.ts';
import { blockedByUser, noActivity, noConversation } from './connectorRefusals.ts';
import { type Answer, refused } from './http.ts';
import type { LiveEvents } from './liveEvents.ts';
import type { Conversation } from './people.ts';
import type { MessageView } from './views.ts';

/** Where messages are stored, who is shown them, and whether the bot is answering or speaks by itself. */
export interface BotMessagesDeps {
  readonly store: ChatStore;
  readonly live: LiveEvents;
  readonly botClient: BotClient;
}

/** What a bot posts, changes and deletes in a chat or a channel. */
export type BotMessages = ReturnType<typeof createBotMessages>;

/** Stores what the bot says and tells the open pages. */
export const createBotMessages = ({ store, live, botClient }: BotMessagesDeps) => {
  const tell = (message: MessageView) => {
    live.publish({ kind: 'message', message });
    return message;
  };

  const isBlocked = (conversation: Conversation) =>
    conversation.kind === 'personal' && store.flag(`blocked:${conversation.person.id}`);

  const rootIsMissing = (conversation: Conversation) =>
    conversation.kind === 'channel' &&
    conversation.root !== undefined &&
    store.find(conversation.root)?.chat !== conversation.chat;

  /** Why nothing can be posted there; undefined: it can. */
  const refusalIn = (conversation: Conversation): Answer | undefined => {
    if (isBlocked(conversation)) return blockedByUser;
    return rootIsMissing(conversation) ? noConversation : undefined;
  };

  /** Shows a message or the typing dots; the id of the message, if it is one. */
  const show = (conversation: Conversation, activity: BotActivity): string | undefined => {
    const root = conversation.kind === 'channel' ? conversation.root : undefined;
    const where = { chat: conversation.chat, ...(root ? { root } : {}) };
    if (activity.type === 'typing') live.publish({ kind: 'typing', ...where });
    if (activity.type !== 'message') return undefined;
    const content = contentOf(activity, !botClient.isAnswering(activity.replyToId));
    return tell(store.add({ ...where, from: 'bot', content })).id;
  };

  /** The bot's own message in that chat, or why there is none to change. */
  const own = (conversation: Conversation, activityId: string): MessageView | Answer => {
    const message = store.find(activityId);
    if (message?.chat !== conversation.chat) return noActivity;
    if (message.from !== 'bot') return refused(403, 'Forbidden', 'The bot can change its own messages only.');
    return message;
  };

  return {
    refusalIn,
    show,

    post(conversation: Conversation, activity: BotActivity): Answer {
      const refusal = refusalIn(conversation);
      if (refusal) return refusal;
      const id = show(conversation, activity);
      return id === undefined ? { status: 202, body: {} } : { status: 201, body: { id } };
    },

    update(conversation: Conversation, activityId: string, activity: BotActivity): Answer {
      if (isBlocked(conversation)) return blockedByUser;
      const message = own(conversation, activityId);
      if ('status' in message) return message;
      tell(store.update(activityId, { ...contentOf(activity, message.alert), edited: true }));
      return { status: 200, body: { id: activityId } };
    },

    remove(conversation: Conversation, activityId: string): Answer {
      const message = own(conversation, activityId);
      if ('status' in message) return message;
      store.remove(activityId);
      live.publish({ kind: 'deleted', id: activityId });
      return { status: 200 };
    },
  };
};
