/** Something that can be pressed on a card, with where it lies, in pixels. */
export interface Pressable {
  readonly title: string;
  readonly data: unknown;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Its upper edge, from the card's upper edge and from its lower one. */
  readonly fromTop: number;
  readonly fromBottom: number;
}

interface Drawn {
  hostConfig: unknown;
  parse(content: unknown): void;
  render(): HTMLElement;
  getAllActions(): readonly DrawnAction[];
}

interface DrawnAction {
  getJsonTypeName(): string;
  readonly title?: string;
  readonly data?: unknown;
  readonly renderedElement?: HTMLElement;
  readonly parent?: { readonly renderedElement?: HTMLElement };
}

/** Runs in a page with the official renderer: draws each card at this width, and says where its buttons lie. */
export function placesOf({
  cards,
  width,
  config,
}: {
  readonly cards: readonly unknown[];
  readonly width: number;
  readonly config: unknown;
}): Pressable[][] {
  const library = Reflect.get(window, 'AdaptiveCards') as {
    AdaptiveCard: new () => Drawn;
    HostConfig: new (config: unknown) => unknown;
  };
  const shown = cards.map((content) => {
    const card = new library.AdaptiveCard();
    card.hostConfig = new library.HostConfig(config);
    card.parse(content);
    const box = document.createElement('form');
    box.className = 'card';
    box.style.setProperty('--width', `${width}px`);
    box.style.setProperty('width', `${width}px`);
    box.append(card.render());
    return { card, box };
  });
  document.body.replaceChildren(...shown.map(({ box }) => box));
  return shown.map(({ card, box }) => {
    const whole = box.getBoundingClientRect();
    return card.getAllActions().flatMap((action) => {
      const element = action.renderedElement ?? action.parent?.renderedElement;
      if (action.getJsonTypeName() !== 'Action.Execute' || !element) return [];
      const { left, top, width: wide, height } = element.getBoundingClientRect();
      return [
        {
          title: action.title ?? '',
          data: action.data,
          left: left - whole.left,
          width: wide,
          height,
          fromTop: top - whole.top,
          fromBottom: top - whole.bottom,
        },
      ];
    });
  });
}
