import type { ChannelView, MessageView, PersonView } from '../teams/views.ts';
import { setBlocked } from './api.ts';
import { createChannelChat } from './channelChat.ts';
import type { ChatModel } from './chatModel.ts';
import { avatar, element, icon } from './dom.ts';
import type { MessageContext } from './messageRow.ts';
import { createPersonalChat, type Pane } from './personalChat.ts';
import type { ProgramTime } from './programTime.ts';
import { createToasts } from './toasts.ts';
import type { createUnread } from './unread.ts';

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

interface Tab {
  readonly pane: Pane;
  readonly button: HTMLButtonElement;
  readonly badge: HTMLElement;
}

/** One person: head, tabs if there is more than the chat, and the panes. */
export type Column = ReturnType<typeof createColumn>;

export const createColumn = (person: PersonView, deps: ColumnDeps) => {
  const { model, unread, botName, channels, nameOf, time, onUnread } = deps;
  const context: MessageContext = { viewer: person, botName, nameOf, time, onMessage: model.put };
  const toasts = createToasts(botName);
  const tabs: Tab[] = [];
  let active = 0;

  const addTab = (title: string, pane: Pane) => {
    const badge = element('span', { class: 'badge', hidden: true });
    const id = `${person.id}-tab-${tabs.length}`;
    const button = element(
      'button',
      { type: 'button', role: 'tab', id, 'data-testid': `tab-${tabs.length === 0 ? 'chat' : 'channel'}` },
      title,
      badge,
    );
    const index = tabs.length;
    button.addEventListener('click', () => activate(index));
    pane.element.setAttribute('role', 'tabpanel');
    tabs.push({ pane, button, badge });
  };

  addTab('Chat', createPersonalChat(context));
  for (const id of person.channels) {
    const channel = channels.find((each) => each.id === id);
    if (channel) addTab(`${channel.name} channel`, createChannelChat(channel, context));
  }

  const tabBar = element(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': `Chats of ${person.name}` },
    ...tabs.map(({ button }) => button),
  );
  tabBar.hidden = tabs.length < 2;
  tabBar.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    activate((active + step + tabs.length) % tabs.length);
    tabs[active]?.button.focus();
  });

  const state = element('span', { class: 'blocked', hidden: !person.blocked }, 'has blocked the bot');
  const block = element('button', { type: 'button', 'data-testid': 'block' });
  const menu = element(
    'details',
    { class: 'menu' },
    element('summary', { 'aria-label': `More for ${person.name}` }, icon('more')),
    element(
      'div',
      { class: 'menu-items' },
      element('a', { href: `#${person.id}`, class: 'alone' }, 'Show this person only'),
      block,
    ),
  );
  menu.addEventListener('click', ({ target }) => {
    if (target !== menu && !(target as Element).closest('summary')) menu.open = false;
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  const head = element(
    'header',
    { class: 'head' },
    avatar(person.name),
    element(
      'div',
      { class: 'who' },
      element('h2', {}, person.name),
      element('p', { class: 'quiet' }, person.role, ' ', state),
    ),
    menu,
  );
  const column = element(
    'section',
    {
      class: 'column',
      'data-person': person.id,
      'data-testid': 'column',
      'aria-label': `${person.name}, ${person.role}`,
    },
    head,
    tabBar,
    toasts.element,
    element('div', { class: 'stage' }, ...tabs.map(({ pane }) => pane.element)),
  );

  const setBlockedView = (blocked: boolean) => {
    state.hidden = !blocked;
    block.textContent = blocked ? 'Unblock the bot' : 'Block the bot';
    block.onclick = () => void setBlocked(person.id, !blocked).catch(console.error);
  };
  setBlockedView(person.blocked);

  const inSight = (index: number) =>
    index === active && !column.hidden && document.visibilityState === 'visible';

  const refreshUnread = () => {
    tabs.forEach(({ pane, badge }, index) => {
      if (inSight(index)) unread.markRead(person.id, pane.chat);
      const count = unread.count(person.id, pane.chat);
      badge.hidden = count === 0;
      badge.textContent = String(count);
      badge.setAttribute('aria-label', `${count} unread`);
    });
    onUnread();
  };

  const activate = (index: number) => {
    active = index;
    toasts.clear();
    tabs.forEach(({ pane, button }, each) => {
      pane.element.hidden = each !== index;
      button.setAttribute('aria-selected', String(each === index));
      button.tabIndex = each === index ? 0 : -1;
    });
    refreshUnread();
  };

  const announce = (tab: Tab, message: MessageView) => {
    if (message.alert) {
      toasts.show(message, () => {
        activate(tabs.indexOf(tab));
        tab.pane.reveal(message.id);
      });
    }
    refreshUnread();
  };

  for (const tab of tabs) {
    const announced = new Set<string>();
    unread.begin(person.id, tab.pane.chat);
    model.listen({
      ...tab.pane,
      show(message, live) {
        tab.pane.show(message, live);
        if (announced.has(message.id)) return;
        announced.add(message.id);
        if (live) announce(tab, message);
      },
    });
  }
  activate(0);

  return {
    id: person.id,
    name: person.name,
    element: column,
    refreshUnread,
    setBlocked: setBlockedView,
    unread: () => tabs.reduce((sum, { pane }) => sum + unread.count(person.id, pane.chat), 0),
  };
};
