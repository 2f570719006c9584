import type { LiveEvent, MessageView, State } from '../teams/views.ts';

/** What one pane of the page hears about its chat. */
export interface ChatListener {
  readonly chat: string;
  show(message: MessageView, live: boolean): void;
  remove(id: string): void;
  typing(root: string | undefined): void;
  /** Whether older messages are left out. */
  shortened(is: boolean): void;
}

/** All messages that the page knows. An older revision never overwrites a newer one. */
export type ChatModel = ReturnType<typeof createChatModel>;

export const createChatModel = () => {
  const messages = new Map<string, MessageView>();
  /** Deleted messages: the answer to a press arrives separately and may contain one of them again. */
  const deleted = new Set<string>();
  let shortened: ReadonlySet<string> = new Set();
  const listeners: ChatListener[] = [];
  const of = (chat: string) => listeners.filter((listener) => listener.chat === chat);

  const put = (message: MessageView, live: boolean) => {
    const known = messages.get(message.id);
    if (deleted.has(message.id) || (known && known.revision >= message.revision)) return;
    messages.set(message.id, message);
    for (const listener of of(message.chat)) listener.show(message, live);
  };

  const remove = (id: string) => {
    const known = messages.get(id);
    messages.delete(id);
    for (const listener of of(known?.chat ?? '')) listener.remove(id);
  };

  /** Adds what the page lacks and removes nothing. Only messages `after` that one (`seq`) count as new. */
  const fill = (state: State, after: number) => {
    for (const message of state.messages) put(message, message.seq > after);
  };

  const newestOf = (chat: string | undefined) =>
    [...messages.values()].reduce(
      (newest, each) => (chat === undefined || each.chat === chat ? Math.max(newest, each.seq) : newest),
      0,
    );

  return {
    listen(listener: ChatListener) {
      listeners.push(listener);
      listener.shortened(shortened.has(listener.chat));
      for (const message of messages.values())
        if (message.chat === listener.chat) listener.show(message, false);
    },
    put: (message: MessageView) => put(message, true),
    /** Replaces everything; unchanged messages are not rendered again. New messages are counted as in `fill`. */
    sync(state: State, after: number) {
      const present = new Set(state.messages.map(({ id }) => id));
      for (const id of [...messages.keys()]) if (!present.has(id)) remove(id);
      shortened = new Set(state.shortened);
      for (const listener of listeners) listener.shortened(shortened.has(listener.chat));
      fill(state, after);
    },
    fill,
    receive(event: LiveEvent) {
      if (event.kind === 'message') put(event.message, true);
      if (event.kind === 'deleted') {
        deleted.add(event.id);
        remove(event.id);
      }
      if (event.kind === 'typing') for (const listener of of(event.chat)) listener.typing(event.root);
    },
    /** A reply in a thread that is older than what the page was given. */
    lacksRootOf: (event: LiveEvent) =>
      event.kind === 'message' && event.message.root !== undefined && !messages.has(event.message.root),
    unreadOf: (chat: string, from: { readonly person: string; readonly after: number }) =>
      [...messages.values()].filter(
        (each) => each.chat === chat && each.seq > from.after && each.from !== `person:${from.person}`,
      ).length,
    newestOf,
    /** Of all chats. */
    newest: () => newestOf(undefined),
  };
};
