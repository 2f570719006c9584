import { element, icon } from './dom.ts';

/** Pixels within which the end counts as reached. */
const near = 48;

/** A list that follows its newest message, but only while the person is at the end. */
export type Scroller = ReturnType<typeof createScroller>;

export const createScroller = (label: string) => {
  const list = element('div', { class: 'list', role: 'log', 'aria-label': label, tabindex: '0' });
  const older = element('p', { class: 'older', hidden: true }, 'Older messages are not shown here.');
  list.append(older);
  const jump = element(
    'button',
    { class: 'jump', type: 'button', hidden: true },
    icon('down'),
    'New messages',
  );
  const box = element('div', { class: 'scroller' }, list, jump);
  let atEnd = true;
  /** Somewhere in the last message, which is taller than the list. */
  let inside = false;
  let last: Element | undefined;

  /** The bottom, or the top of the last message when that is taller than the list. */
  const end = () => {
    const bottom = list.scrollHeight - list.clientHeight;
    return last instanceof HTMLElement ? Math.min(bottom, last.offsetTop - 12) : bottom;
  };

  const toEnd = () => {
    list.scrollTop = end();
    atEnd = true;
    inside = false;
    jump.hidden = true;
  };

  /** Typing makes a field grow; the list must not jump under the hands. */
  const isTyping = () =>
    list.contains(document.activeElement) && document.activeElement?.matches('input, textarea, select');

  const follow = () => {
    if (atEnd && !isTyping()) toEnd();
  };

  const resized = new ResizeObserver(() => {
    if (!inside) follow();
  });
  resized.observe(list);
  list.addEventListener('scroll', () => {
    if (list.clientHeight === 0) return;
    atEnd = list.scrollTop >= end() - near;
    inside = list.scrollTop > end() + near;
    if (atEnd) jump.hidden = true;
  });
  jump.addEventListener('click', toEnd);

  return {
    element: box,
    list,
    toEnd,
    /** Whether a line at the top says that older messages are left out. */
    shortened(is: boolean) {
      older.hidden = !is;
    },
    /** `row` is the newest message now. */
    added(row: Element, own: boolean) {
      if (last) resized.unobserve(last);
      last = row;
      resized.observe(row);
      if (own) toEnd();
      else if (atEnd) follow();
      else jump.hidden = false;
    },
  };
};
