import type { PersonView } from '../teams/views.ts';
import { setBlocked } from './api.ts';
import { avatar, element, icon } from './dom.ts';

/** Who the column belongs to, whether they have blocked the bot, and the menu beside it. */
export const createColumnHead = (person: PersonView) => {
  const state = element('span', { class: 'blocked' }, 'has blocked the bot');
  const block = element('button', { type: 'button', 'data-testid': 'block' });
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
    createMenu(person, block),
  );

  const showBlocked = (blocked: boolean) => {
    state.hidden = !blocked;
    block.textContent = blocked ? 'Unblock the bot' : 'Block the bot';
    block.onclick = () => void setBlocked(person.id, !blocked).catch(console.error);
  };
  showBlocked(person.blocked);

  return { element: head, showBlocked };
};

/** Closes when something in it is chosen, or when the focus leaves it. */
const createMenu = (person: PersonView, block: HTMLElement) => {
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
    if (target !== menu && target instanceof Element && !target.closest('summary')) menu.open = false;
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  return menu;
};
