import { sendMessage, uploadFile } from './api.ts';
import { createFilePicker, createMentionButton, createSendButton } from './composeTools.ts';
import { element } from './dom.ts';
import { createFilesToSend } from './filesToSend.ts';

/** Who writes where, and what can go with the text. */
export interface ComposeSettings {
  readonly person: string;
  /** The conversation id to send to. */
  readonly conversation: string;
  readonly label: string;
  /** Teams hands files to bots in personal chats only. */
  readonly files: boolean;
  /** In a channel: the bot's name, which a button puts into the text. */
  readonly mention?: string;
  readonly onSent?: () => void;
}

/** The box below a chat: text, files, Enter to send. */
export type Compose = ReturnType<typeof createCompose>;

/** Builds the box; what could not be sent comes back into it. */
export const createCompose = (settings: ComposeSettings) => {
  const { person, conversation, label, mention } = settings;
  const field = createField(label);
  const send = createSendButton();
  const trouble = element('p', { class: 'compose-trouble', role: 'alert', hidden: true });

  const refresh = () => {
    send.disabled = field.value.trim() === '' && files.count() === 0;
  };
  const files = createFilesToSend(refresh);

  const take = (chosen: FileList | null | undefined) => {
    if (!settings.files || !chosen) return;
    files.add(chosen);
    field.focus();
  };

  const addMention = () => {
    field.value = `@${mention} ${field.value}`;
    refresh();
    field.focus();
  };

  const tools = element(
    'div',
    { class: 'tools' },
    ...(settings.files ? createFilePicker(take) : []),
    ...(mention ? [createMentionButton(mention, addMention)] : []),
    send,
  );
  const form = element(
    'form',
    { class: 'compose', 'data-testid': 'compose' },
    trouble,
    files.element,
    field,
    tools,
  );

  /** What was typed goes only when the message is stored; on failure it comes back. */
  const submit = async () => {
    const text = field.value.trim();
    if (text === '' && files.count() === 0) return;
    field.value = '';
    const sending = files.takeAll();
    trouble.hidden = true;
    form.classList.add('sending');
    try {
      const uploads = await uploadAll(person, sending);
      form.classList.remove('sending');
      settings.onSent?.();
      await sendMessage(person, { conversation, text, uploads });
    } catch {
      form.classList.remove('sending');
      field.value ||= text;
      trouble.textContent = 'Not sent. Is the program still running?';
      trouble.hidden = false;
      files.putBack(sending);
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit().catch(console.error);
  });
  field.addEventListener('input', refresh);
  field.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) take(event.clipboardData.files);
  });
  refresh();

  return { element: form, take, focus: () => field.focus() };
};

/** Enter sends, Shift+Enter starts a line. */
const createField = (label: string) => {
  const field = element('textarea', {
    rows: '1',
    placeholder: label,
    'aria-label': label,
    'data-testid': 'compose-text',
    maxlength: '20000',
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form?.requestSubmit();
  });
  return field;
};

const uploadAll = async (person: string, files: readonly File[]): Promise<string[]> => {
  const uploads: string[] = [];
  for (const file of files) uploads.push((await uploadFile(person, file)).uploadId);
  return uploads;
};
