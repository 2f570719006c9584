import type { ChannelView } from '../teams/views.ts';
import { createCompose } from './compose.ts';
import { botAvatar, element } from './dom.ts';
import type { MessageContext } from './messageRow.ts';
import type { Pane } from './personalChat.ts';
import { createScroller } from './scroller.ts';
import { createThread } from './thread.ts';

/** A channel: posts with replies, the one with the newest message last, as in Teams. */
export const createChannelChat = (channel: ChannelView, context: MessageContext): Pane => {
  const { viewer, botName } = context;
  const scroller = createScroller(`Channel ${channel.name}`);
  const compose = createCompose({
    person: viewer.id,
    conversation: channel.id,
    label: 'Start a post',
    files: false,
    mention: botName,
    onSent: scroller.toEnd,
  });
  const empty = element(
    'div',
    { class: 'empty' },
    botAvatar(),
    element('p', {}, `${channel.teamName} › ${channel.name}`),
    element('p', { class: 'quiet' }, `The bot posts here, and hears what mentions it: @${botName}`),
  );
  const pane = element(
    'section',
    { class: 'pane pane-channel', 'data-testid': 'channel', 'aria-label': channel.name },
    scroller.element,
    compose.element,
  );
  scroller.list.append(empty);
  const threads = new Map<string, ReturnType<typeof createThread>>();

  const threadOf = (root: string) => {
    const known = threads.get(root);
    if (known) return known;
    const made = createThread(root, { ...context, channel: channel.id });
    threads.set(root, made);
    return made;
  };

  return {
    element: pane,
    chat: channel.id,
    show(message) {
      empty.remove();
      const thread = threadOf(message.root ?? message.id);
      if (!thread.show(message)) return;
      if (!thread.element.contains(document.activeElement)) scroller.list.append(thread.element);
      scroller.added(thread.element, message.from === `person:${viewer.id}`);
    },
    remove(id) {
      for (const [root, thread] of threads) {
        if (!thread.remove(id)) continue;
        thread.element.remove();
        threads.delete(root);
      }
    },
    shortened: scroller.shortened,
    typing: (root) => root && threads.get(root)?.typing(),
    reveal: (id) =>
      pane.querySelector(`[data-activity="${id}"]`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
  };
};
