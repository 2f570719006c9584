import { decides } from './decides.ts';
import type { Maybe } from './parts.ts';
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

/**
 * The buttons of a card in two lanes (D15): what decides, sends or deletes stands on the right, everything else on the left.
 * So a second press at one place never decides, however the card's height has changed in between.
 */
export interface Lanes {
  readonly left: readonly Row[];
  readonly right: readonly Row[];
}

/** Pixels that a phone leaves for the lanes, and what a button takes beside its letters: longer rows are cut off. */
const phone = { left: 176, right: 104, letter: 6.6, frame: 32 };

/** The buttons in as many rows as a phone needs; nothing when there are no buttons. */
export function lanes(buttons: readonly (Button | undefined | false)[]): Maybe<Lanes> {
  const present = buttons.filter((item): item is Button => typeof item === 'object');
  if (present.length === 0) return [];
  const right = present.filter(({ data }) => decides(data));
  const left = present.filter((item) => !right.includes(item));
  return [{ left: rows(left, phone.left), right: rows(right, phone.right) }];
}

function rows(buttons: readonly Button[], room: number): Row[] {
  const packed: Button[][] = [];
  let free = 0;
  for (const item of buttons) {
    const width = item.title.length * phone.letter + phone.frame;
    const last = packed.at(-1);
    if (last && width <= free) last.push(item);
    else {
      packed.push([item]);
      free = room;
    }
    free -= width;
  }
  return packed.map((fitting) => ({ buttons: fitting }));
}
