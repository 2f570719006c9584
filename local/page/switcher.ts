import { avatar, element } from './dom.ts';

/** A column as the switcher sees it. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly element: HTMLElement;
  readonly unread?: () => number;
}

const phone = window.matchMedia('(max-width: 640px)');

/** Who is on the screen: everybody, the person in the address (`#ana`), or on a phone one at a time. */
export const createSwitcher = (nav: HTMLElement, shown: readonly Shown[]) => {
  let onChange = () => {};

  const entries = shown.map((each) => {
    const badge = element('span', { class: 'badge', hidden: true });
    const link = element(
      'a',
      { href: `#${each.id}`, 'data-testid': `switch-${each.id}` },
      avatar(each.name),
      element('span', { class: 'switch-name' }, each.name.split(' ')[0] ?? each.name),
      badge,
    );
    return { each, link, badge };
  });
  nav.append(...entries.map(({ link }) => link));

  const select = () => {
    const wanted = shown.find(({ id }) => `#${id}` === decodeURIComponent(location.hash));
    const only = wanted ?? (phone.matches ? shown[0] : undefined);
    document.body.classList.toggle('one', only !== undefined);
    for (const { each, link } of entries) {
      each.element.hidden = only !== undefined && each !== only;
      if (each === only) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    onChange();
  };

  phone.addEventListener('change', select);
  window.addEventListener('hashchange', select);
  select();

  return {
    refresh() {
      for (const { each, badge } of entries) {
        const count = each.unread?.() ?? 0;
        badge.hidden = count === 0;
        badge.textContent = String(count);
        badge.setAttribute('aria-label', `${count} unread`);
      }
    },
    onChange(listener: () => void) {
      onChange = listener;
      listener();
    },
  };
};
