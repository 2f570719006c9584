import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import type { Card } from '../../cards/kit/card.ts';

/** A card as a message; the summary is what the phone's toast says. */
export function cardMessage(card: Card): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card.content)), summary: card.summary };
}
