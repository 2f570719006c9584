import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Colour, drawPng } from './png.ts';

/** Draws the app's icons anew: a claim with its tick. Run `node appPackage/drawIcons.ts` after a change. */

type Point = readonly [x: number, y: number];
type Shape = (x: number, y: number) => boolean;
type Paint = (x: number, y: number) => Colour;

const plain =
  (...colour: Colour): Paint =>
  () =>
    colour;
const white = plain(255, 255, 255, 1);
const clear = plain(255, 255, 255, 0);
const pale = plain(198, 203, 246, 1);
const green = plain(22, 179, 128, 1);
/** From a lighter blue at the head to a darker one at the foot. */
const background: Paint = (_x, y) => {
  const t = y / 192;
  return [Math.round(84 - 40 * t), Math.round(96 - 42 * t), Math.round(222 - 62 * t), 1];
};

function roundedBox(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - right + radius);
    const dy = Math.max(top + radius - y, 0, y - bottom + radius);
    return Math.hypot(dx, dy) <= radius;
  };
}

const disc =
  ([cx, cy]: Point, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius;

/** A line with round ends and corners. */
function line(width: number, ...points: readonly Point[]): Shape {
  return (x, y) => points.some((end, index) => distance([x, y], points[index - 1] ?? end, end) <= width / 2);
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

const folded: Shape = (x, y) => x - y > 62;
const sheet = roundedBox(48, 36, 122, 140, 9);
const flap = roundedBox(98, 30, 130, 60, 5);
const badge: Point = [120, 130];

/** 192 × 192, topmost first; what matters stays within the middle 120, because some places cut the corners off. */
const colourIcon: readonly (readonly [Shape, Paint])[] = [
  [line(8.5, [107, 131], [116.5, 140.5], [134, 121]), white],
  [disc(badge, 28), green],
  [disc(badge, 34), background],
  [(x, y) => !folded(x, y) && flap(x, y) && sheet(x, y), pale],
  [line(7, [64, 80], [104, 80]), pale],
  [line(7, [64, 97], [104, 97]), pale],
  [line(7, [64, 114], [82, 114]), pale],
  [(x, y) => sheet(x, y) && !folded(x, y), white],
  [() => true, background],
];

/** 32 × 32, white on nothing: Teams draws it in its own colour. */
const outlineIcon: readonly (readonly [Shape, Paint])[] = [
  [line(2, [13.5, 27], [8, 27], [7, 26], [7, 5], [8, 4], [17, 4], [24, 11], [24, 14.5]), white],
  [line(2, [17, 4], [17, 11], [24, 11]), white],
  [line(2, [11, 16], [19, 16]), white],
  [line(2, [11, 21], [13, 21]), white],
  [line(2.6, [17, 23.5], [20.8, 27.3], [28, 19.5]), white],
];

function paint(layers: readonly (readonly [Shape, Paint])[]): Paint {
  return (x, y) => (layers.find(([shape]) => shape(x, y))?.[1] ?? clear)(x, y);
}

/** The icons by file name. */
export const icons = {
  'color.png': () => drawPng(192, paint(colourIcon)),
  'outline.png': () => drawPng(32, paint(outlineIcon)),
};

if (import.meta.main) {
  for (const [name, draw] of Object.entries(icons)) writeFileSync(join(import.meta.dirname, name), draw());
}
