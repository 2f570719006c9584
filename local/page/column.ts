import type { ChannelView, MessageView, PersonView } from '../teams/views.ts';
import { createChannelChat } from './channelChat.ts';
import type { ChatModel } from './chatModel.ts';
import { createColumnHead } from './columnHead.ts';
import { element } from './dom.ts';
import type { MessageContext } from './messageRow.ts';
import { createPersonalChat, type Pane } from './personalChat.ts';
import type { ProgramTime } from './programTime.ts';
import { createTabBar, type Tab } from './tabBar.ts';
import { createToasts } from './toasts.ts';
import type { createUnread } from './unread.ts';

/** What all columns share. */
export interface ColumnDeps {
  readonly model: ChatModel;
  readonly unread: ReturnType<typeof createUnread>;
  readonly botName: string;
  readonly channels: readonly ChannelView[];
  readonly nameOf: (person: string) => string;
  readonly time: ProgramTime;
  /** Something that the switcher shows has changed. */
  readonly onUnread: () => void;
}

/** One person: head, tabs if there is more than the chat, and the panes. */
export type Column = ReturnType<typeof createColumn>;

/** Builds the column and shows its first tab; each message that arrives live is announced once. */
export const createColumn = (person: PersonView, deps: ColumnDeps) => {
  const { model, unread, botName, onUnread } = deps;
  const toasts = createToasts(botName);
  const tabs = tabsOf(person, deps);
  const panes = tabs.map(({ pane }) => pane);
  const head = createColumnHead(person);
  const bar = createTabBar(person, tabs, () => {
    toasts.clear();
    refreshUnread();
  });
  const column = columnElement(person, [
    head.element,
    bar.element,
    toasts.element,
    element('div', { class: 'stage' }, ...panes.map((pane) => pane.element)),
  ]);

  const inSight = (pane: Pane) =>
    bar.isActive(pane) && !column.hidden && document.visibilityState === 'visible';

  const refreshUnread = () => {
    for (const pane of panes) {
      if (inSight(pane)) unread.markRead(person.id, pane.chat);
      bar.showUnread(pane, unread.count(person.id, pane.chat));
    }
    onUnread();
  };

  const announce = (pane: Pane, message: MessageView) => {
    if (message.alert) {
      toasts.show(message, () => {
        bar.activate(pane);
        pane.reveal(message.id);
      });
    }
    refreshUnread();
  };

  for (const pane of panes) {
    unread.begin(person.id, pane.chat);
    model.listen(announcing(pane, (message) => announce(pane, message)));
  }
  bar.activateFirst();

  return {
    id: person.id,
    name: person.name,
    element: column,
    refreshUnread,
    setBlocked: head.showBlocked,
    unread: () => panes.reduce((sum, pane) => sum + unread.count(person.id, pane.chat), 0),
  };
};

/** The person's chat with the bot, then the channels they are a member of. */
const tabsOf = (viewer: PersonView, { model, botName, channels, nameOf, time }: ColumnDeps): Tab[] => {
  const context: MessageContext = { viewer, botName, nameOf, time, onMessage: model.put };
  return [
    { title: 'Chat', pane: createPersonalChat(context) },
    ...viewer.channels
      .flatMap((id) => channels.find((each) => each.id === id) ?? [])
      .map((channel) => ({ title: `${channel.name} channel`, pane: createChannelChat(channel, context) })),
  ];
};

const columnElement = (person: PersonView, children: readonly HTMLElement[]) =>
  element(
    'section',
    {
      class: 'column',
      'data-person': person.id,
      'data-testid': 'column',
      'aria-label': `${person.name}, ${person.role}`,
    },
    ...children,
  );

/** The same pane, which also announces each message that arrives live, once. */
const announcing = (pane: Pane, announce: (message: MessageView) => void): Pane => {
  const announced = new Set<string>();
  return {
    ...pane,
    show(message, live) {
      pane.show(message, live);
      if (announced.has(message.id)) return;
      announced.add(message.id);
      if (live) announce(message);
    },
  };
};
