import { type Action, actionSchema } from '../../cards/kit/verbs.ts';
import type { ChatPerson, SeenCard } from './chatPerson.ts';

/** Two cards that follow one another: what was pressed on the first, and what the chat showed then. */
export interface Step {
  readonly before: SeenCard['content'];
  readonly pressed: Action;
  readonly after: SeenCard['content'];
}

/** Somebody who presses, what they say when a card leads no further, and what they type. */
export interface Walker {
  readonly person: ChatPerson;
  readonly words: readonly string[];
  readonly typed: (input: string) => string;
  /** Attached now and then. */
  readonly file?: () => { readonly name: string; readonly content: Uint8Array<ArrayBuffer> };
}

/**
 * Presses at least `presses` buttons, and more until one of each of the `verbs` was pressed: each time one that has been
 * pressed least on a card of this kind, so that after a while every button of every card has been pressed, once with
 * something typed and once with empty inputs. Gives each step of a new kind once.
 */
export async function walk(
  walkers: readonly Walker[],
  { presses, verbs }: { readonly presses: number; readonly verbs: readonly Action['verb'][] },
): Promise<readonly Step[]> {
  const steps = new Map<string, Step>();
  const known: Known = { counts: new Map(), missing: new Set(verbs) };
  const { missing } = known;
  const turns = walkers.map((walker) => createTurn(walker, known));
  for (let count = 0; count < presses || (missing.size > 0 && count < 3 * presses); count += 1) {
    const turn = turns[count % turns.length];
    for (const step of (await turn?.(2 + Math.floor(count / presses))) ?? []) {
      const key = [kindOf(step.before), buttonOf(step.pressed), kindOf(step.after)].join(' > ');
      if (!steps.has(key)) steps.set(key, step);
      missing.delete(step.pressed.verb);
    }
  }
  return [...steps.values()];
}

/** How often each button was pressed, and which verbs have not been. */
interface Known {
  readonly counts: Map<string, number>;
  readonly missing: Set<Action['verb']>;
}

function createTurn({ person, words, typed, file }: Walker, known: Known) {
  let said = 0;
  let pressed = 0;
  let lastVerb: Action['verb'] | undefined;
  let stands: SeenCard | undefined;

  async function say(): Promise<void> {
    if (file && said % 4 === 3) {
      const { name, content } = file();
      await person.attach(name, content);
    } else await person.say(words[said % words.length] ?? 'help');
    said += 1;
    stands = await person.card();
  }

  return async function turn(limit: number): Promise<readonly Step[]> {
    // The form of an edit is two presses away: they are not interrupted.
    if (!stands || (pressed % 6 === 0 && lastVerb !== 'claim.edit')) await say();
    pressed += 1;
    if (!stands) return [];
    const before = stands;
    const next = leastPressed(before.content, known, limit);
    if (!next) {
      stands = undefined;
      return [];
    }
    lastVerb = next.data.verb;
    const inputs = Object.fromEntries(
      Object.entries(before.inputs).map(([id, value]) => [id, next.again ? '' : typed(id) || value]),
    );
    await person.pressAction(before, next.action, inputs);
    const shown = await shownSince(person, before);
    stands = shown.at(-1);
    return shown.map(({ content }) => ({ before: before.content, pressed: next.data, after: content }));
  };
}

/** The pressed card as it stands now, and what was posted below it in answer. */
async function shownSince(person: ChatPerson, pressed: SeenCard): Promise<readonly SeenCard[]> {
  const newest = await person.newestCards();
  const at = newest.findIndex(({ activityId }) => activityId === pressed.activityId);
  const answers = newest.filter(({ alert }, index) => index === at || (index > at && !alert));
  return at < 0 ? answers.slice(-1) : answers;
}

/** Absent when each button of this kind of card has been pressed so often. */
function leastPressed(content: SeenCard['content'], { counts, missing }: Known, limit: number) {
  const kind = kindOf(content);
  const offered = executesOf(content).map((action) => {
    const data = actionSchema.parse(action.data);
    const key = `${kind} > ${buttonOf(data)}`;
    return {
      action,
      data,
      key,
      count: counts.get(key) ?? 0,
      everywhere: counts.get(data.verb) ?? 0,
      isMissing: missing.has(data.verb),
    };
  });
  const [least] = offered.toSorted(
    (one, other) =>
      Number(other.isMissing) - Number(one.isMissing) ||
      one.count - other.count ||
      one.everywhere - other.everywhere,
  );
  if (!least || least.count >= limit) return undefined;
  counts.set(least.key, least.count + 1);
  counts.set(least.data.verb, least.everywhere + 1);
  return { ...least, again: least.count % 2 === 1 };
}

/** A card's kind: its buttons, each once. */
const kindOf = (content: SeenCard['content']): string =>
  [...new Set(executesOf(content).map(({ data }) => buttonOf(actionSchema.parse(data))))].sort().join(' ');

/** A button without what differs from claim to claim. */
const buttonOf = (action: Action): string =>
  [
    action.verb,
    'form' in action && action.form,
    'confirmed' in action && action.confirmed,
    'step' in action && action.step,
    'part' in action && action.part,
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(':');

type Node = Readonly<Record<string, unknown>>;

/** Everything that can be pressed on a card, where `fallback` is the same once more. */
function executesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(executesOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    ['fallback', 'data', 'refresh'].includes(key) ? [] : executesOf(part),
  );
  return 'type' in value && value.type === 'Action.Execute' ? [value as Node, ...inner] : inner;
}
