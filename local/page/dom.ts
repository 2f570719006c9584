type Attributes = Readonly<Record<string, string | boolean | undefined>>;
type Child = Node | string | false | undefined;

/** Makes an element; `true` is an attribute without a value, false and undefined leave it out. Text is never HTML. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
};

const shapes = {
  attach:
    'M14.8 7.2 9 13a2 2 0 1 1-2.900-2.900l6.500-6.400a3.300 3.300 0 0 1 4.700 4.700l-6.700 6.600a4.600 4.600 0 0 1-6.600-6.500l5.800-5.700',
  send: 'M3 10 17 3.500 13.200 17l-3.700-5.200L3 10zm6.500 1.800L17 3.500',
  file: 'M5 2.500h6.500L15 6v11.500H5v-15zM11.500 2.500V6H15',
  close: 'M5 5l10 10M15 5 5 15',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  reply: 'M8 5 3.500 9.500 8 14M4 9.500h7a5 5 0 0 1 5 5V16',
  down: 'M10 4v12M5 11l5 5 5-5',
} as const;

/** A line icon of 20 × 20; it says nothing to screen readers, so its button needs a label. */
export const icon = (shape: keyof typeof shapes): SVGSVGElement => {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${shape}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', shapes[shape]);
  svg.append(path);
  return svg;
};

const tints = ['#986f0b', '#8e562e', '#0e7878', '#4f6bed', '#881798', '#c4314b', '#498205', '#005b70'];

/** The round initials of a person; the same person always has the same colour. */
export const avatar = (name: string) => {
  const initials = name
    .split(' ')
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('');
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const made = element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
  made.style.background = tints[sum % tints.length] ?? '';
  return made;
};

export const botAvatar = () =>
  element('img', {
    class: 'avatar avatar-bot',
    src: '/local/page/bot.svg',
    alt: '',
    width: '28',
    height: '28',
  });
