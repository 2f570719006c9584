import type { PersonView } from '../teams/views.ts';
import { element } from './dom.ts';
import type { Pane } from './personalChat.ts';

/** A pane with the button that shows it. */
export interface Tab {
  readonly title: string;
  readonly pane: Pane;
}

/** The tabs of a column, of which one pane is in sight; the bar is hidden where there is only one. */
export const createTabBar = (person: PersonView, tabs: readonly Tab[], onActivate: () => void) => {
  const buttons = tabs.map(({ title, pane }, index) => {
    const badge = element('span', { class: 'badge', hidden: true });
    const id = `${person.id}-tab-${index}`;
    const button = element(
      'button',
      { type: 'button', role: 'tab', id, 'data-testid': `tab-${index === 0 ? 'chat' : 'channel'}` },
      title,
      badge,
    );
    button.addEventListener('click', () => activate(index));
    pane.element.setAttribute('role', 'tabpanel');
    return { pane, button, badge };
  });
  const bar = element(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': `Chats of ${person.name}` },
    ...buttons.map(({ button }) => button),
  );
  bar.hidden = tabs.length < 2;
  let active = 0;

  const activate = (index: number) => {
    active = index;
    buttons.forEach(({ pane, button }, each) => {
      pane.element.hidden = each !== index;
      button.setAttribute('aria-selected', String(each === index));
      button.tabIndex = each === index ? 0 : -1;
    });
    onActivate();
  };

  bar.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    activate((active + step + tabs.length) % tabs.length);
    buttons[active]?.button.focus();
  });

  return {
    element: bar,
    activateFirst: () => activate(0),
    activate: (pane: Pane) => activate(buttons.findIndex((each) => each.pane === pane)),
    isActive: (pane: Pane) => buttons[active]?.pane === pane,
    showUnread(pane: Pane, count: number) {
      const badge = buttons.find((each) => each.pane === pane)?.badge;
      if (!badge) return;
      badge.hidden = count === 0;
      badge.textContent = String(count);
      badge.setAttribute('aria-label', `${count} unread`);
    },
  };
};
