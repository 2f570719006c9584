import type { Attachment, FileView, MessageView, PersonView } from '../teams/views.ts';
import { type CardView, createCardView } from './cardView.ts';
import { avatar, botAvatar, element, icon } from './dom.ts';
import { fileCardsOf } from './fileCards.ts';
import { messageHtml } from './markdown.ts';
import type { ProgramTime } from './programTime.ts';
import { dayAndTimeOf, sizeOf, timeOf } from './words.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

export interface MessageContext {
  readonly viewer: PersonView;
  readonly botName: string;
  readonly nameOf: (person: string) => string;
  readonly time: ProgramTime;
  readonly onMessage: (message: MessageView) => void;
}

const fileChip = ({ uploadId, name, size }: FileView) =>
  element(
    'a',
    { class: 'file', href: `/local/uploads/${uploadId}`, download: name, 'data-testid': 'file' },
    icon('file'),
    element('span', { class: 'file-name' }, name),
    element('span', { class: 'file-size' }, sizeOf(size)),
  );

const typedText = (text: string, botName: string) => {
  const line = element('p', { class: 'typed' });
  const mention = `@${botName}`;
  text.split(mention).forEach((part, index) => {
    if (index > 0) line.append(element('span', { class: 'mention' }, botName));
    line.append(part);
  });
  return line;
};

const textOf = (message: MessageView, botName: string): Node | undefined => {
  if (!message.text) return undefined;
  if (message.from !== 'bot' || message.textFormat === 'plain') return typedText(message.text, botName);
  const text = element('div', { class: 'said' });
  text.innerHTML = messageHtml(message.text);
  return text;
};

/** One message as one person sees it; `show` brings it up to date and leaves unchanged cards alone. */
export const createMessageRow = (
  first: MessageView,
  { viewer, botName, nameOf, onMessage }: MessageContext,
) => {
  const own = first.from === `person:${viewer.id}`;
  const author = first.from === 'bot' ? botName : nameOf(first.from.slice('person:'.length));
  // A chat has lines between its days; a channel sorts its threads by their newest message.
  const when = first.chat === viewer.chat ? timeOf(first.at) : dayAndTimeOf(first.at);
  const edited = element('span', { class: 'edited', hidden: true }, 'Edited');
  const meta = element(
    'div',
    { class: 'meta' },
    element('span', { class: 'author' }, own ? 'You' : author),
    element('time', { datetime: first.at }, when),
    edited,
  );
  const words = element('div', { class: 'words' });
  const cards = element('div', { class: 'cards' });
  const fileCards = element('div', { class: 'file-cards' });
  let shownFiles = '';
  const views: CardView[] = [];
  const face = first.from === 'bot' ? botAvatar() : avatar(author);
  const content = element('div', { class: 'content' }, meta, words, cards, fileCards);
  const kind = first.from === 'teams' ? 'trouble' : own ? 'own' : 'theirs';
  const row = element(
    'article',
    {
      class: `message message-${kind}`,
      'data-activity': first.id,
      'data-from': first.from,
      ...(first.alert ? { 'data-alert': 'true' } : {}),
      'data-testid': 'message',
      'aria-label': `${own ? 'You' : author}, ${when}`,
    },
    ...(first.from === 'teams' ? [words] : [face, content]),
  );

  const showCards = (attachments: readonly Attachment[], base: string) => {
    const contents = attachments.filter(({ contentType }) => contentType === cardType);
    for (const extra of views.splice(contents.length)) {
      extra.close();
      extra.element.remove();
    }
    contents.forEach(({ content: card }, index) => {
      if (!views[index]) {
        views[index] = createCardView({ viewer, activityId: first.id, onMessage });
        cards.append(views[index].element);
      }
      views[index]?.show(card, base);
    });
  };

  const showFileCards = (message: MessageView) => {
    const wanted = JSON.stringify(message.attachments);
    if (wanted === shownFiles) return;
    shownFiles = wanted;
    fileCards.replaceChildren(...fileCardsOf(message, viewer));
  };

  const show = (message: MessageView) => {
    const text = textOf(message, botName);
    words.replaceChildren(...(text ? [text] : []), ...message.files.map(fileChip));
    words.hidden = words.childElementCount === 0;
    edited.hidden =
      !message.edited || message.attachments.some(({ contentType }) => contentType === cardType);
    showCards(message.replacements[viewer.id] ?? message.attachments, JSON.stringify(message.attachments));
    showFileCards(message);
  };
  show(first);

  return { element: row, show, close: () => showCards([], '') };
};
