import type { MessageView } from '../teams/views.ts';
import { botAvatar, element, icon } from './dom.ts';

const shownFor = 8000;

/** What a phone would show for a message: the card's summary, or its first words. */
export const headlineOf = ({ summary, text }: MessageView) => summary ?? text?.slice(0, 120) ?? 'sent a card';

/** The notice that slides in at the top of a column when the bot speaks first: the newest only, badges count the rest. */
export const createToasts = (botName: string) => {
  const stack = element('div', {
    class: 'toasts',
    role: 'status',
    'aria-live': 'polite',
    'data-testid': 'toasts',
  });
  return {
    element: stack,
    clear: () => stack.replaceChildren(),
    show(message: MessageView, open: () => void) {
      const close = element(
        'button',
        { type: 'button', class: 'toast-close', 'aria-label': 'Dismiss' },
        icon('close'),
      );
      const body = element(
        'button',
        { type: 'button', class: 'toast-body', title: `${botName}: ${headlineOf(message)}` },
        botAvatar(),
        element('span', { class: 'toast-text' }, headlineOf(message)),
      );
      const toast = element('div', { class: 'toast', 'data-testid': 'toast' }, body, close);
      const remove = () => toast.remove();
      close.addEventListener('click', remove);
      body.addEventListener('click', () => {
        remove();
        open();
      });
      stack.replaceChildren(toast);
      window.setTimeout(remove, shownFor);
    },
  };
};
