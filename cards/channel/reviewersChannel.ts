import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { renderPage } from '../kit/page.ts';
import { texts } from '../kit/parts.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

/** Where the question is asked: in the present channel, in a reviewer's own chat, or in the new channel itself. */
export type AskedIn = 'presentChannel' | 'ownChat' | 'newChannel';

/** What the question is about. */
export interface ChannelQuestion {
  readonly askedIn: AskedIn;
  /** The new channel's conversation ID. */
  readonly channel: string;
  /** What people call it; empty if Teams does not say. */
  readonly name: string;
  /** Who wants it. */
  readonly by: string;
}

/** D16: whether claims are posted in another channel from now on. Nothing changes until somebody confirms it. */
export function channelQuestionCard(question: ChannelQuestion, reader: Reader): Card {
  const t = wordsFor(reader);
  const { askedIn, channel } = question;
  const names = { name: nameOf(question, reader), by: plain(shorten(question.by, 60)) };
  const intro = {
    presentChannel: t('channel.inPresent', names),
    ownChat: t('channel.inOwnChat', names),
    newChannel: t('channel.inNew'),
  }[askedIn];
  const move = t(askedIn === 'newChannel' ? 'channel.postHere' : 'channel.postThere');
  const content = renderPage({
    title: t('channel.title'),
    intro: texts(intro),
    primary: lanes([
      button(move, { verb: 'channel.move', channel }, 'positive'),
      askedIn !== 'newChannel' && button(t('channel.keep'), { verb: 'channel.keep', channel }),
    ]),
    sections: [],
    links: [],
    buttons: [],
  });
  return { content, summary: t('channel.title') };
}

/** What was decided about it, in place of the question. */
export function channelDecidedCard(
  { moved, name, by }: { readonly moved: boolean; readonly name: string; readonly by: string },
  reader: Reader,
): Card {
  const t = wordsFor(reader);
  const names = { name: nameOf({ name }, reader), by: plain(shorten(by, 60)) };
  const title = t(moved ? 'channel.movedTitle' : 'channel.keptTitle');
  const content = renderPage({
    title,
    intro: texts(t(moved ? 'channel.moved' : 'channel.kept', names)),
    primary: [],
    sections: [],
    links: [],
    buttons: [],
  });
  return { content, summary: title };
}

const nameOf = ({ name }: Pick<ChannelQuestion, 'name'>, reader: Reader): string =>
  name === '' ? wordsFor(reader)('channel.another') : `“${plain(shorten(name, 80))}”`;
