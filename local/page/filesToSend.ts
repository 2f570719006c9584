import { element, icon } from './dom.ts';
import { sizeOf } from './words.ts';

const mostFiles = 10;

/** The files that go with the next message, each as a chip that takes it away again. */
export const createFilesToSend = (onChange: () => void) => {
  const chips = element('ul', { class: 'chips', 'aria-label': 'Files to send', hidden: true });
  let files: readonly File[] = [];

  const show = (shown: readonly File[]) => {
    files = shown;
    chips.hidden = files.length === 0;
    chips.replaceChildren(...files.map((file) => createChip(file, () => remove(file))));
    onChange();
  };
  const remove = (file: File) => show(files.filter((each) => each !== file));

  return {
    element: chips,
    count: () => files.length,
    add: (chosen: FileList) => show([...files, ...chosen].slice(0, mostFiles)),
    /** Takes all files out; none is left. */
    takeAll() {
      const taken = files;
      show([]);
      return taken;
    },
    /** Files that could not be sent go before those chosen meanwhile. */
    putBack: (unsent: readonly File[]) => show([...unsent, ...files]),
  };
};

const createChip = (file: File, remove: () => void) => {
  const drop = element('button', { type: 'button', 'aria-label': `Remove ${file.name}` }, icon('close'));
  drop.addEventListener('click', remove);
  return element(
    'li',
    { class: 'file' },
    icon('file'),
    element('span', { class: 'file-name' }, file.name),
    element('span', { class: 'file-size' }, sizeOf(file.size)),
    drop,
  );
};
