import type { MessageView } from '../teams/views.ts';
import { createCompose } from './compose.ts';
import { element, icon } from './dom.ts';
import { createMessageRow, type MessageContext } from './messageRow.ts';
import { createTypingDots } from './typingDots.ts';

/** A post of a channel with its replies. */
export const createThread = (root: string, context: MessageContext & { readonly channel: string }) => {
  const { viewer, botName, channel } = context;
  const post = element('div', { class: 'post' });
  const replies = element('div', { class: 'replies' });
  const open = element(
    'button',
    { type: 'button', class: 'reply', 'data-testid': 'reply' },
    icon('reply'),
    'Reply',
  );
  const compose = createCompose({
    person: viewer.id,
    conversation: `${channel};messageid=${root}`,
    label: 'Reply',
    files: false,
    mention: botName,
  });
  compose.element.hidden = true;
  const whole = element(
    'section',
    { class: 'thread', 'data-thread': root, 'data-testid': 'thread', 'aria-label': 'Thread' },
    post,
    replies,
    open,
    compose.element,
  );
  const rows = new Map<string, ReturnType<typeof createMessageRow>>();
  const dots = createTypingDots(botName);

  open.addEventListener('click', () => {
    compose.element.hidden = false;
    open.hidden = true;
    compose.focus();
  });

  return {
    element: whole,
    /** True when the message is new here. */
    show(message: MessageView): boolean {
      if (message.from === 'bot') dots.hide();
      const known = rows.get(message.id);
      if (known) {
        known.show(message);
        return false;
      }
      const row = createMessageRow(message, context);
      rows.set(message.id, row);
      (message.id === root ? post : replies).append(row.element);
      return true;
    },
    /** True when nothing is left of the thread. */
    remove(id: string): boolean {
      rows.get(id)?.close();
      rows.get(id)?.element.remove();
      rows.delete(id);
      return rows.size === 0;
    },
    typing: () => dots.showIn(replies),
  };
};
