import type { Attachment, MessageView, PersonView, PressOutcome } from '../teams/views.ts';
import { answerConsent } from './api.ts';
import { element, icon } from './dom.ts';
import { sizeOf } from './words.ts';

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';

/** Teams' own words. */
const failure = 'Something went wrong. Please try again.';

interface ConsentContent {
  readonly description?: string;
  readonly sizeInBytes?: number;
}

const fileHead = (name: string, about: string) =>
  element(
    'div',
    { class: 'file-card-head' },
    icon('file'),
    element(
      'div',
      {},
      element('p', { class: 'file-card-name' }, name),
      element('p', { class: 'file-size' }, about),
    ),
  );

/** A bot asks whether it may save a file: Allow or Decline, once. */
const consentCard = ({ name = '', content }: Attachment, { id }: MessageView, viewer: PersonView) => {
  const { description = '', sizeInBytes } = (content ?? {}) as ConsentContent;
  const note = element('p', { class: 'card-note card-note-bad', role: 'status', hidden: true }, failure);
  const buttons = (['accept', 'decline'] as const).map((action) => {
    const button = element(
      'button',
      { type: 'button', 'data-testid': `consent-${action}` },
      action === 'accept' ? 'Allow' : 'Decline',
    );
    button.addEventListener('click', () => void answer(action));
    return button;
  });
  const setDisabled = (disabled: boolean) => {
    for (const button of buttons) button.disabled = disabled;
  };
  const answer = async (action: 'accept' | 'decline') => {
    setDisabled(true);
    note.hidden = true;
    const outcome = await answerConsent(viewer.id, { activityId: id, action }).catch(
      (): PressOutcome => ({ outcome: 'failed', status: 0 }),
    );
    // After an answer Teams leaves the card to the bot: it stays until the bot takes it away.
    note.hidden = outcome.outcome !== 'failed';
    setDisabled(outcome.outcome !== 'failed');
  };
  return element(
    'div',
    { class: 'card file-card', 'data-testid': 'consent-card' },
    fileHead(name, sizeInBytes === undefined ? '' : sizeOf(sizeInBytes)),
    element('p', {}, description),
    element('div', { class: 'file-card-buttons' }, ...buttons),
    note,
  );
};

/** A file in the person's OneDrive, which is on this machine: opening it downloads it. */
const infoCard = ({ name = '', contentUrl = '' }: Attachment) => {
  const path = URL.parse(contentUrl)?.pathname ?? '';
  return element(
    'a',
    { class: 'card file-card', href: path, download: name, 'data-testid': 'file-info' },
    fileHead(name, 'In your OneDrive'),
  );
};

/** The file cards of a message, in order. */
export const fileCardsOf = (message: MessageView, viewer: PersonView): HTMLElement[] =>
  message.attachments.flatMap((attachment): HTMLElement[] => {
    if (attachment.contentType === consentType) return [consentCard(attachment, message, viewer)];
    return attachment.contentType === infoType ? [infoCard(attachment)] : [];
  });
