import type { Activities, Doing } from './activities.ts';
import { type BotAnswer, type BotClient, troubleOf } from './botClient.ts';
import type { ChatStore } from './chatStore.ts';
import type { LiveEvents } from './liveEvents.ts';
import type { Conversation, Person } from './people.ts';
import type { Upload, Uploads } from './uploads.ts';
import type { MessageContent, MessageView } from './views.ts';

export interface ConversingDeps {
  readonly activities: Activities;
  readonly botClient: BotClient;
  readonly store: ChatStore;
  readonly live: LiveEvents;
  readonly uploads: Uploads;
  readonly botName: string;
  readonly baseUrl: string;
}

/** What people say: stored first, then handed to the bot, as Teams does. */
export type Conversing = ReturnType<typeof createConversing>;

export const createConversing = (deps: ConversingDeps) => {
  const { activities, botClient, store, live, uploads, botName, baseUrl } = deps;

  const add = (
    conversation: Conversation,
    from: MessageView['from'],
    content: Partial<MessageContent>,
  ): MessageView => {
    const root = conversation.kind === 'channel' ? conversation.root : undefined;
    const message = store.add({
      chat: conversation.chat,
      ...(root ? { root } : {}),
      from,
      content: { attachments: [], files: [], alert: false, ...content },
    });
    live.publish({ kind: 'message', message });
    return message;
  };

  /** Says in the chat that the bot failed. */
  const noteTrouble = (conversation: Conversation, answer: BotAnswer) => {
    const text = troubleOf(answer);
    if (text) add(conversation, 'teams', { text });
    return answer;
  };

  const withMention = (text: string) => {
    const at = text.toLowerCase().indexOf(`@${botName.toLowerCase()}`);
    return at < 0
      ? undefined
      : `${text.slice(0, at)}<at>${botName}</at>${text.slice(at + botName.length + 1)}`;
  };

  const link = (upload: Upload) => ({
    upload,
    downloadUrl: `${baseUrl}/local/download/${uploads.mintLink(upload.uploadId)}`,
  });

  /** In a channel the bot hears only what mentions it; `bot` is undefined for the rest. */
  const say = async (
    { person, conversation }: Doing,
    { text, attached }: { readonly text: string; readonly attached: readonly Upload[] },
  ): Promise<{ message: MessageView; bot: BotAnswer | undefined }> => {
    const files = attached.map(({ uploadId, name, size }) => ({ uploadId, name, size }));
    const message = add(conversation, `person:${person.id}`, { text, files });
    const heard = conversation.kind === 'channel' ? withMention(text) : text;
    if (heard === undefined) return { message, bot: undefined };
    const thread: Conversation =
      conversation.kind === 'channel'
        ? { ...conversation, root: conversation.root ?? message.id }
        : conversation;
    const doing = { person, conversation: thread };
    const activity =
      attached.length > 0
        ? activities.files(doing, message.id, { written: heard, linked: attached.map(link) })
        : activities.text(doing, message.id, heard);
    return { message, bot: noteTrouble(thread, await botClient.deliver(activity)) };
  };

  /** Once for each chat; if the bot did not accept it, once more at the next start. */
  const install = async (person: Person, conversation: Conversation) => {
    const flag = `installed:${conversation.chat}`;
    if (store.flag(flag)) return;
    for (const activity of activities.installed({ person, conversation })) {
      const answer = await botClient.deliver(activity);
      if (troubleOf(answer)) {
        noteTrouble(conversation, answer);
        return;
      }
    }
    store.setFlag(flag, true);
  };

  return { add, noteTrouble, say, install };
};
