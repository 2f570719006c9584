import { botAvatar, element } from './dom.ts';

/** Teams forgets a typing activity after about this long. */
const shownFor = 4000;

/** "The bot is typing": shown briefly, gone when the bot has spoken. */
export const createTypingDots = (botName: string) => {
  const dots = element('div', { class: 'dots' }, element('i', {}), element('i', {}), element('i', {}));
  const row = element(
    'div',
    {
      class: 'message message-theirs typing',
      role: 'status',
      'aria-label': `${botName} is typing`,
      'data-testid': 'typing',
    },
    botAvatar(),
    dots,
  );
  let timer = 0;
  const hide = () => {
    clearTimeout(timer);
    row.remove();
  };
  return {
    hide,
    showIn(list: Element) {
      hide();
      list.append(row);
      row.scrollIntoView({ block: 'nearest' });
      timer = window.setTimeout(hide, shownFor);
    },
  };
};
