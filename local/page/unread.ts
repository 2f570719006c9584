import type { ChatModel } from './chatModel.ts';

/** Remembers, in this browser, up to where each person has read each chat. */
export const createUnread = (model: ChatModel) => {
  const key = (person: string, chat: string) => `read:${person}:${chat}`;
  const readUpTo = (person: string, chat: string) => localStorage.getItem(key(person, chat));

  return {
    markRead(person: string, chat: string) {
      localStorage.setItem(key(person, chat), String(model.newestOf(chat)));
    },
    /** A browser that has never been here has nothing unread. */
    begin(person: string, chat: string) {
      const stored = Number(readUpTo(person, chat) ?? Number.NaN);
      if (!(stored <= model.newestOf(chat))) this.markRead(person, chat);
    },
    count: (person: string, chat: string) =>
      model.unreadOf(chat, { person, after: Number(readUpTo(person, chat) ?? 0) }),
  };
};
