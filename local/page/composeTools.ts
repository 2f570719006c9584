import { element, icon } from './dom.ts';

/** The button that opens the browser's file picker, and the picker, which is not seen. */
export const createFilePicker = (take: (chosen: FileList | null) => void): readonly HTMLElement[] => {
  const picker = element('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    'data-testid': 'file-input',
  });
  const attach = element(
    'button',
    { type: 'button', class: 'tool', 'aria-label': 'Attach files', title: 'Attach files' },
    icon('attach'),
  );
  attach.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    take(picker.files);
    picker.value = '';
  });
  return [picker, attach];
};

/** In a channel: puts the bot's name before the text. */
export const createMentionButton = (name: string, mention: () => void): HTMLElement => {
  const at = element(
    'button',
    { type: 'button', class: 'tool tool-at', title: `Mention ${name}` },
    `@${name}`,
  );
  at.addEventListener('click', mention);
  return at;
};

/** Submits the form that it stands in. */
export const createSendButton = () =>
  element(
    'button',
    {
      type: 'submit',
      class: 'tool tool-send',
      'aria-label': 'Send',
      title: 'Send (Enter)',
      'data-testid': 'send',
    },
    icon('send'),
  );
