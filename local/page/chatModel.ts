import type { LiveEvent, MessageView, State } from '../teams/views.ts';

/** What one pane of the page hears about its chat. */
export interface ChatListener {
  readonly chat: string;
  show(message: MessageView, live: boolean): void;
  remove(id: string): void;
  typing(root: string | undefined): void;
}

/** All messages that the page knows. An older revision never overwrites a newer one. */
export type ChatModel = ReturnType<typeof createChatModel>;

export const createChatModel = () => {
  const messages = new Map<string, MessageView>();
  const listeners: ChatListener[] = [];
  const of = (chat: string) => listeners.filter((listener) => listener.chat === chat);

  const put = (message: MessageView, live: boolean) => {
    const known = messages.get(message.id);
    if (known && known.revision >= message.revision) return;
    messages.set(message.id, message);
    for (const listener of of(message.chat)) listener.show(message, live);
  };

  const remove = (id: string) => {
    const known = messages.get(id);
    messages.delete(id);
    for (const listener of of(known?.chat ?? '')) listener.remove(id);
  };

  return {
    listen(listener: ChatListener) {
      listeners.push(listener);
      for (const message of messages.values())
        if (message.chat === listener.chat) listener.show(message, false);
    },
    put: (message: MessageView) => put(message, true),
    /** After a connection was lost: everything anew; what has not changed is not shown again. */
    sync(state: State, live: boolean) {
      const present = new Set(state.messages.map(({ id }) => id));
      for (const id of [...messages.keys()]) if (!present.has(id)) remove(id);
      for (const message of state.messages) put(message, live);
    },
    receive(event: LiveEvent) {
      if (event.kind === 'message') put(event.message, true);
      if (event.kind === 'deleted') remove(event.id);
      if (event.kind === 'typing') for (const listener of of(event.chat)) listener.typing(event.root);
    },
    unreadOf: (chat: string, from: { readonly person: string; readonly after: number }) =>
      [...messages.values()].filter(
        (each) => each.chat === chat && each.seq > from.after && each.from !== `person:${from.person}`,
      ).length,
    newestOf: (chat: string) =>
      [...messages.values()].reduce(
        (newest, each) => (each.chat === chat ? Math.max(newest, each.seq) : newest),
        0,
      ),
  };
};
