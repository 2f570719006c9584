import type { MessageView } from '../teams/views.ts';
import { acceptDrops } from './acceptDrops.ts';
import type { ChatListener } from './chatModel.ts';
import { createCompose } from './compose.ts';
import { botAvatar, element } from './dom.ts';
import { createMessageRow, type MessageContext } from './messageRow.ts';
import { createScroller } from './scroller.ts';
import { createTypingDots } from './typingDots.ts';
import { dayOf } from './words.ts';

/** A pane of a column: one chat or one channel. */
export interface Pane extends ChatListener {
  readonly element: HTMLElement;
  /** Brings a message into sight. */
  reveal(id: string): void;
}

export const createPersonalChat = (context: MessageContext): Pane => {
  const { viewer, botName, time } = context;
  const scroller = createScroller(`Chat of ${viewer.name} with ${botName}`);
  const compose = createCompose({
    person: viewer.id,
    conversation: viewer.chat,
    label: 'Type a message',
    files: true,
    onSent: scroller.toEnd,
  });
  const empty = element(
    'div',
    { class: 'empty' },
    botAvatar(),
    element('p', {}, `This is your chat with ${botName}.`),
    element('p', { class: 'quiet' }, 'Type “help” to begin.'),
  );
  const pane = element(
    'section',
    { class: 'pane', 'data-testid': 'chat', 'aria-label': 'Chat' },
    scroller.element,
    compose.element,
  );
  acceptDrops(pane, compose);
  scroller.list.append(empty);

  const rows = new Map<string, ReturnType<typeof createMessageRow>>();
  const dots = createTypingDots(botName);
  const days: { readonly at: string; readonly label: HTMLElement }[] = [];
  // After midnight or a jump, the line "Today" is no longer true.
  time.onTick(() => {
    for (const { at, label } of days) label.textContent = dayOf(at, time.now());
  });

  const append = (message: MessageView) => {
    empty.remove();
    const newest = days.at(-1);
    if (!newest || new Date(newest.at).toDateString() !== new Date(message.at).toDateString()) {
      const label = element('p', { class: 'day' }, dayOf(message.at, time.now()));
      days.push({ at: message.at, label });
      scroller.list.append(label);
    }
    const row = createMessageRow(message, context);
    rows.set(message.id, row);
    scroller.list.append(row.element);
    scroller.added(row.element, message.from === `person:${viewer.id}`);
  };

  return {
    element: pane,
    chat: viewer.chat,
    show(message) {
      if (message.from === 'bot') dots.hide();
      const row = rows.get(message.id);
      if (row) row.show(message);
      else append(message);
    },
    remove(id) {
      rows.get(id)?.close();
      rows.get(id)?.element.remove();
      rows.delete(id);
    },
    shortened: scroller.shortened,
    typing: () => dots.showIn(scroller.list),
    reveal: (id) => rows.get(id)?.element.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
  };
};
