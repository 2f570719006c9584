import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as Official from 'adaptivecards';
import type { AdaptiveCardContent } from '../../cards/kit/card.ts';

// The package's main entry needs a browser; its bundle parses and validates without one.
const official = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Official;

/** Everything the official library objects to; empty for a good card. */
export function objections(content: AdaptiveCardContent): string[] {
  const context = new official.SerializationContext();
  const card = new official.AdaptiveCard();
  card.parse(content, context);
  const parsing = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validation = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsing, ...validation];
}

/** A part of a card. */
export type Element = Readonly<Record<string, unknown>>;

/** Every object of a card that can be seen or pressed, in reading order. */
export function* elementsOf(node: unknown): Generator<Element> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node as Element;
  for (const [key, child] of Object.entries(node)) if (key !== 'refresh') yield* elementsOf(child);
}

/** The elements of one type. */
export const ofType = (content: AdaptiveCardContent, type: string): Element[] =>
  [...elementsOf(content)].filter((element) => element.type === type);

/** All that can be read on the card. */
export const readable = (content: AdaptiveCardContent): string =>
  [...elementsOf(content)]
    .flatMap(({ text, title, label, placeholder }) => [text, title, label, placeholder])
    .filter((value) => typeof value === 'string')
    .join('\n');

/** Titles of the buttons in rows, in order. */
export const buttonTitles = (content: AdaptiveCardContent): unknown[] =>
  ofType(content, 'ActionSet')
    .flatMap(({ actions }) => actions as Element[])
    .map(({ title }) => title);

/** The data of every action that reaches the bot. */
export const actionData = (content: AdaptiveCardContent): unknown[] =>
  [...elementsOf(content)]
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
    .map(({ data }) => data);

/** The text that stands directly after the input in the same container. */
export function textAfterInput(content: AdaptiveCardContent, id: string): unknown {
  for (const { items } of elementsOf(content)) {
    if (!Array.isArray(items)) continue;
    const index = items.findIndex((item: Element) => item.id === id);
    if (index >= 0) return (items[index + 1] as Element | undefined)?.text;
  }
  return assert.fail(`no input ${id}`);
}

/** What can be pressed in the right lane (D15), and what everywhere else; Execute alone, since each has the same fallback. */
export function inLanes(content: AdaptiveCardContent): {
  readonly right: readonly Element[];
  readonly left: readonly Element[];
} {
  const right = new Set(
    ofType(content, 'Column')
      .filter(({ width }) => width === '104px')
      .flatMap((column) => [...elementsOf(column)].filter(isPressed)),
  );
  return {
    right: [...right],
    left: [...elementsOf(content)].filter((each) => isPressed(each) && !right.has(each)),
  };
}

const isPressed = ({ type }: Element): boolean => type === 'Action.Execute';
