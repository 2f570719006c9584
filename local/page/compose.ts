import { sendMessage, uploadFile } from './api.ts';
import { element, icon } from './dom.ts';
import { sizeOf } from './words.ts';

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

export const createCompose = (settings: ComposeSettings) => {
  const { person, conversation, label, mention } = settings;
  const field = element('textarea', {
    rows: '1',
    placeholder: label,
    'aria-label': label,
    'data-testid': 'compose-text',
    maxlength: '20000',
  });
  const picker = element('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    'data-testid': 'file-input',
  });
  const chips = element('ul', { class: 'chips', 'aria-label': 'Files to send', hidden: true });
  const attach = element(
    'button',
    { type: 'button', class: 'tool', 'aria-label': 'Attach files', title: 'Attach files' },
    icon('attach'),
  );
  const at = element(
    'button',
    { type: 'button', class: 'tool tool-at', title: `Mention ${mention}` },
    `@${mention}`,
  );
  const send = element(
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
  const trouble = element('p', { class: 'compose-trouble', role: 'alert', hidden: true });
  const tools = element(
    'div',
    { class: 'tools' },
    ...(settings.files ? [picker, attach] : []),
    ...(mention ? [at] : []),
    send,
  );
  const form = element('form', { class: 'compose', 'data-testid': 'compose' }, trouble, chips, field, tools);
  let files: File[] = [];

  const refresh = () => {
    chips.hidden = files.length === 0;
    chips.replaceChildren(...files.map(chip));
    send.disabled = field.value.trim() === '' && files.length === 0;
  };

  const chip = (file: File) => {
    const drop = element('button', { type: 'button', 'aria-label': `Remove ${file.name}` }, icon('close'));
    drop.addEventListener('click', () => {
      files = files.filter((each) => each !== file);
      refresh();
    });
    return element(
      'li',
      { class: 'file' },
      icon('file'),
      element('span', { class: 'file-name' }, file.name),
      element('span', { class: 'file-size' }, sizeOf(file.size)),
      drop,
    );
  };

  const take = (chosen: FileList | null | undefined) => {
    if (!settings.files || !chosen) return;
    files = [...files, ...chosen].slice(0, 10);
    refresh();
    field.focus();
  };

  /** What was typed goes only when the message is stored; on failure it comes back. */
  const submit = async () => {
    const text = field.value.trim();
    const sending = files;
    if (text === '' && sending.length === 0) return;
    field.value = '';
    files = [];
    trouble.hidden = true;
    refresh();
    form.classList.add('sending');
    try {
      const uploads: string[] = [];
      for (const file of sending) uploads.push((await uploadFile(person, file)).uploadId);
      form.classList.remove('sending');
      settings.onSent?.();
      await sendMessage(person, { conversation, text, uploads });
    } catch {
      form.classList.remove('sending');
      field.value ||= text;
      files = [...sending, ...files];
      trouble.textContent = 'Not sent. Is the program still running?';
      trouble.hidden = false;
      refresh();
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit().catch(console.error);
  });
  field.addEventListener('input', refresh);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  field.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) take(event.clipboardData.files);
  });
  attach.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    take(picker.files);
    picker.value = '';
  });
  at.addEventListener('click', () => {
    field.value = `@${mention} ${field.value}`;
    refresh();
    field.focus();
  });
  refresh();

  return { element: form, take, focus: () => field.focus() };
};

/** Files can be dropped anywhere on `target`. */
export const acceptDrops = (target: HTMLElement, compose: Compose) => {
  let depth = 0;
  const mark = (change: number) => {
    depth = Math.max(0, depth + change);
    target.classList.toggle('dropping', depth > 0);
  };
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files');
  target.addEventListener('dragenter', (event) => void (hasFiles(event) && mark(1)));
  target.addEventListener('dragleave', (event) => void (hasFiles(event) && mark(-1)));
  target.addEventListener('dragover', (event) => void (hasFiles(event) && event.preventDefault()));
  target.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(-depth);
    compose.take(event.dataTransfer?.files);
  });
};
