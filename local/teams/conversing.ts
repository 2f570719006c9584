import type { Activities, Doing } from './activities.ts';
import { type BotAnswer, type BotDoor, troubleOf } from './botDoor.ts';
import type { ChatStore } from './chatStore.ts';
import type { LiveEvents } from './liveEvents.ts';
import type { Person, Place } from './people.ts';
import type { Upload, Uploads } from './uploads.ts';
import type { MessageContent, MessageView } from './views.ts';

export interface ConversingDeps {
  readonly activities: Activities;
  readonly door: BotDoor;
  readonly store: ChatStore;
  readonly live: LiveEvents;
  readonly uploads: Uploads;
  readonly botName: string;
  readonly baseUrl: string;
}

/** What people say: stored first, then handed to the bot, as Teams does. */
export type Conversing = ReturnType<typeof createConversing>;

export const createConversing = (deps: ConversingDeps) => {
  const { activities, door, store, live, uploads, botName, baseUrl } = deps;

  const add = (place: Place, from: MessageView['from'], content: Partial<MessageContent>): MessageView => {
    const root = place.kind === 'channel' ? place.root : undefined;
    const message = store.add({
      chat: place.chat,
      ...(root ? { root } : {}),
      from,
      content: { attachments: [], files: [], alert: false, ...content },
    });
    live.publish({ kind: 'message', message });
    return message;
  };

  /** Says in the chat that the bot failed. */
  const noteTrouble = (place: Place, answer: BotAnswer) => {
    const text = troubleOf(answer);
    if (text) add(place, 'teams', { text });
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
    { person, place }: Doing,
    { text, attached }: { readonly text: string; readonly attached: readonly Upload[] },
  ): Promise<{ message: MessageView; bot: BotAnswer | undefined }> => {
    const files = attached.map(({ uploadId, name, size }) => ({ uploadId, name, size }));
    const message = add(place, `person:${person.id}`, { text, files });
    const heard = place.kind === 'channel' ? withMention(text) : text;
    if (heard === undefined) return { message, bot: undefined };
    const thread: Place = place.kind === 'channel' ? { ...place, root: place.root ?? message.id } : place;
    const doing = { person, place: thread };
    const activity =
      attached.length > 0
        ? activities.files(doing, message.id, { written: heard, linked: attached.map(link) })
        : activities.text(doing, message.id, heard);
    return { message, bot: noteTrouble(thread, await door.deliver(activity)) };
  };

  /** Once for each chat; if the bot did not accept it, once more at the next start. */
  const install = async (person: Person, place: Place) => {
    const flag = `installed:${place.chat}`;
    if (store.flag(flag)) return;
    for (const activity of activities.installed({ person, place })) {
      const answer = await door.deliver(activity);
      if (troubleOf(answer)) {
        noteTrouble(place, answer);
        return;
      }
    }
    store.setFlag(flag, true);
  };

  return { add, noteTrouble, say, install };
};
