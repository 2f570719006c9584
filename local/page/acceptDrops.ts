import type { Compose } from './compose.ts';

/** Lets people drop files anywhere on `target`. */
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
