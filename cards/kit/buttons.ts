import type { Action } from './verbs.ts';

type Style = 'default' | 'positive' | 'destructive';

/** A button: its data is the action, once for `Action.Execute` and once for the fallback. */
export interface Button {
  readonly title: string;
  readonly verb: Action['verb'];
  readonly data: Action & Readonly<Record<string, unknown>>;
  readonly style: Style;
}

/** Makes a button. Data beside the action’s own comes back to the bot with the press. */
export function button(
  title: string,
  data: Action & Readonly<Record<string, unknown>>,
  style: Style = 'default',
): Button {
  return { title, verb: data.verb, data, style };
}

/** Buttons side by side. */
export interface Row {
  readonly buttons: readonly Button[];
}

/** Pixels that a phone leaves for buttons, and what a button takes beside its letters: longer rows are cut off. */
const phone = { width: 288, letter: 7.4, frame: 34 };

/** The buttons in as many rows as a phone needs; none when there are no buttons. */
export function rows(buttons: readonly (Button | undefined | false)[]): readonly Row[] {
  const present = buttons.filter((item): item is Button => typeof item === 'object');
  const packed: Button[][] = [];
  let free = 0;
  for (const item of present) {
    const width = item.title.length * phone.letter + phone.frame;
    const last = packed.at(-1);
    if (last && width <= free) last.push(item);
    else {
      packed.push([item]);
      free = phone.width;
    }
    free -= width;
  }
  return packed.map((fitting) => ({ buttons: fitting }));
}
