import { z } from 'zod/v4';
import { filingSteps } from '../../services/domain/answers.ts';
import { editParts } from '../../services/domain/form/fields.ts';
import { type AdaptiveCardContent, hasInputs } from './card.ts';
import { type Action, claimNumber } from './verbs.ts';

/**
 * The card that a button stands on, where its press is answered elsewhere: below, or in words. The card is then the answer
 * to the press, with everything that was typed on it, since clients may clear the inputs of a card that was pressed.
 */
const pressedCardSchema = z.union([
  /** A step of a draft. */
  z.object({ draft: claimNumber, step: z.enum(filingSteps) }),
  /** The first step of a claim that is no draft yet. */
  z.object({ begun: z.guid() }),
  /** The form of one part of a submitted claim. */
  z.object({ edit: claimNumber, part: z.enum(editParts) }),
  /** A submitted claim's card: its form, and what it tells of. */
  z.object({
    claim: claimNumber,
    form: z.string().max(40).optional(),
    event: z.string().max(40).optional(),
    eventAt: z.string().max(40).optional(),
    competing: z.number().int().nonnegative().optional(),
  }),
]);

export type PressedCard = z.infer<typeof pressedCardSchema>;

/** The card that the pressed button stands on, if its data says so. */
export function pressedCardIn(data: Readonly<Record<string, unknown>>): PressedCard | undefined {
  const parsed = pressedCardSchema.safeParse(data.on);
  return parsed.success ? parsed.data : undefined;
}

/** Presses that are answered below the card, or in words. Some are only where something is typed. */
const answeredElsewhere: Readonly<Partial<Record<Action['verb'], 'always' | 'besideInputs'>>> = {
  'claim.copyIds': 'always',
  'proof.template': 'always',
  'claim.new': 'besideInputs',
  'claim.list': 'besideInputs',
  'review.queue': 'besideInputs',
  'claim.edit': 'besideInputs',
  'claim.copy': 'besideInputs',
  'claim.history': 'besideInputs',
  'contest.open': 'besideInputs',
  'help.open': 'besideInputs',
};

/** Names the card in the data of its buttons. */
export function namingCard(content: AdaptiveCardContent, card: PressedCard): AdaptiveCardContent {
  const writes = hasInputs({ content });
  const named = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(named);
    if (typeof node !== 'object' || node === null) return node;
    const parts = Object.entries(node).map(([key, value]) => [
      key,
      key === 'data' ? withCard(value) : named(value),
    ]);
    return Object.fromEntries(parts);
  };
  const withCard = (data: unknown): unknown => {
    if (typeof data !== 'object' || data === null || !('verb' in data)) return data;
    const where = answeredElsewhere[data.verb as Action['verb']];
    const isElsewhere = where === 'always' || (where && (writes || 'below' in data));
    return isElsewhere ? { ...data, on: card } : data;
  };
  return named(content) as AdaptiveCardContent;
}
