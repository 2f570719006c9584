import type { Activity, TurnContext } from 'botbuilder';
import { type PressedCard, pressedCardIn } from '../../cards/kit/pressedCard.ts';
import { type Action, actionSchema, refreshSchema } from '../../cards/kit/verbs.ts';
import type { Typed } from '../../services/domain/form/readForms.ts';

/**
 * The most text in one field, and in all fields of a card together, in characters, so that any card can show it again.
 * For longer text the answer is a message, and the card stays as it is with everything typed on it.
 */
const longestTyped = 4000;
const mostTyped = 5000;

/** A press as received: understood, malformed, or with more text in one field or in all than a card can show. */
export type Press =
  | { readonly kind: 'action'; readonly action: Action; readonly typed: Typed; readonly card?: PressedCard }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'tooMuchText'; readonly longest: string; readonly total: number };

/** Reads the data of a pressed button: an Action.Execute invoke, or the Action.Submit fallback's message. */
export function readPress(activity: Activity): Press {
  const data = dataOf(activity);
  const parsed = actionSchema.safeParse(data);
  if (!parsed.success || !isRecord(data)) return { kind: 'malformed' };
  const keys = new Set(Object.keys(parsed.data));
  const typed: Record<string, string> = {};
  let total = 0;
  let longest = '';
  for (const [field, value] of Object.entries(data)) {
    if (keys.has(field) || typeof value !== 'string') continue;
    total += value.length;
    if (value.length > longest.length) longest = value;
    typed[field] = value;
  }
  if (longest.length > longestTyped || total > mostTyped) return { kind: 'tooMuchText', longest, total };
  const card = pressedCardIn(data);
  return { kind: 'action', action: parsed.data, typed, ...(card ? { card } : {}) };
}

/**
 * A card's refresh, with the claim to show: requested by Teams when the card becomes visible, or by a person. Nothing
 * that arrives without a press may change anything, so any other automatic request counts as a refresh without a claim.
 */
export function readRefresh(activity: Activity): { readonly number?: string } | undefined {
  const data = dataOf(activity);
  const parsed = refreshSchema.safeParse(data);
  if (parsed.success) return { number: parsed.data.number };
  const value: unknown = activity.value;
  const byItself = activity.type === 'invoke' && isRecord(value) && value.trigger === 'automatic';
  return byItself || (isRecord(data) && data.verb === refreshSchema.shape.verb.value) ? {} : undefined;
}

/**
 * The verb is in the data. An Action.Execute also has a verb outside the data, which Teams uses for display; the one in
 * the data wins.
 */
function dataOf(activity: Activity): unknown {
  const value: unknown = activity.value;
  if (activity.type !== 'invoke') return value;
  const action = isRecord(value) && isRecord(value.action) ? value.action : undefined;
  if (!action) return undefined;
  return isRecord(action.data) ? { verb: action.verb, ...action.data } : { verb: action.verb };
}

/** The verb that a press or a refresh names, as the sender wrote it. */
export function verbOf(activity: Activity): string | undefined {
  const data = dataOf(activity);
  return isRecord(data) && typeof data.verb === 'string' ? data.verb : undefined;
}

/**
 * The ID that makes a repeated command count once. Two presses are the same if card, data, inputs and person are the
 * same. Anything else is identified by its activity.
 */
export function commandIdOf(context: TurnContext): string {
  const { activity } = context;
  const conversation = activity.conversation.id;
  if (activity.replyToId && activity.value !== undefined) {
    const person = activity.from.aadObjectId ?? activity.from.id;
    return ['press', conversation, activity.replyToId, person, JSON.stringify(dataOf(activity))].join('|');
  }
  return ['activity', conversation, activity.id ?? ''].join('|');
}

/** The text of a message, without mentions, with HTML entities decoded and all kinds of spaces normalised. */
export function textOf(activity: Activity): string {
  const withoutMentions = mentionsIn(activity)
    .reduce((text, mention) => text.replaceAll(mention, ' '), activity.text ?? '')
    .replaceAll(/<at\b[^<>]{0,200}>[^<]{0,200}<\/at>/gi, ' ');
  return withoutMentions
    .replaceAll(/&(?:nbsp|amp|lt|gt|quot|#39|#160);/gi, (entity) => characters[entity.toLowerCase()] ?? ' ')
    .replaceAll(/[\s\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .trim();
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** How each mention is written in the text. */
const mentionsIn = ({ entities }: Activity): readonly string[] =>
  (entities ?? []).flatMap(({ type, text }) =>
    type === 'mention' && typeof text === 'string' && text !== '' ? [text] : [],
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
