import type { AdaptiveCardContent, Card } from './card.ts';
import { decides } from './decides.ts';
import { type Action, actionSchema } from './verbs.ts';

type Node = Readonly<Record<string, unknown>>;

/**
 * D15: a button that decides was pressed in the right lane, and the answering card has such a button too: for a claim that
 * has changed meanwhile, or for the next decision. That button then stands on the left, so that a second press at the
 * same place meets nothing. A button that was pressed on the left already is offered on the right again.
 */
export function keepApart(card: Card, pressed: Action): Card {
  if (!decides(pressed) || ('moved' in pressed && pressed.moved)) return card;
  return { ...card, content: part(card.content, pressed) as AdaptiveCardContent };
}

function part(node: unknown, pressed: Action): unknown {
  if (Array.isArray(node)) return node.map((item) => part(item, pressed));
  if (!isNode(node)) return node;
  if (node.type === 'ColumnSet') return columnSet(node, pressed);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : part(value, pressed)]),
  );
}

/** The last column is the right lane. */
function columnSet(set: Node, pressed: Action): Node {
  const columns = Array.isArray(set.columns) ? set.columns.filter(isNode) : [];
  const [left, right] = [columns.at(0), columns.at(-1)];
  if (!left || !right || left === right || !decidesAnew(right, pressed)) {
    return { ...set, columns: columns.map((column) => part(column, pressed)) };
  }
  return { ...set, columns: [withMoved(left, right), ...columns.slice(1, -1), emptied(right)] };
}

/** What the right lane has to press comes below what the left one shows; a press on a whole row moves to its text. */
function withMoved(left: Node, right: Node): Node {
  const { selectAction } = right;
  const items = [...itemsOf(left), ...itemsOf(right).filter(isActionSet)];
  return marked({ ...left, items, ...(selectAction ? { selectAction } : {}) }) as Node;
}

function emptied({ selectAction: _, ...right }: Node): Node {
  return { ...right, items: itemsOf(right).filter((item) => !isActionSet(item)) };
}

/** The same button was refused, and comes back as it was: whoever presses it again wants what they wanted before. */
function decidesAnew(right: Node, pressed: Action): boolean {
  return actionsIn(right).some(
    (action) =>
      decides(action) && !('version' in action && JSON.stringify(action) === JSON.stringify(pressed)),
  );
}

function actionsIn(node: unknown): Action[] {
  if (Array.isArray(node)) return node.flatMap(actionsIn);
  if (!isNode(node)) return [];
  const own = node.type === 'Action.Execute' ? actionSchema.safeParse(node.data) : undefined;
  return own?.success ? [own.data] : Object.values(node).flatMap(actionsIn);
}

/** The deciding buttons say that they were moved. */
function marked(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(marked);
  if (!isNode(node)) return node;
  const action = actionSchema.safeParse(node.data);
  const data = action.success && decides(action.data) ? { data: { ...action.data, moved: true } } : {};
  const inner = Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : marked(value)]);
  return { ...Object.fromEntries(inner), ...data };
}

const itemsOf = ({ items }: Node): readonly unknown[] => (Array.isArray(items) ? items : []);
const isActionSet = (item: unknown): boolean => isNode(item) && item.type === 'ActionSet';
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
