import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/kit/card.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

/** The body of an answer that is a card: the presser's own copy. */
export const cardBody = ({ content }: Card) => ({ statusCode: 200, type: cardType, value: content });

/** The body of an answer that is a text; an empty text leaves the card as it is. */
export const messageBody = (value: string) => ({ statusCode: 200, type: messageType, value });

/** Answers `adaptiveCard/action`: HTTP 200 with a body that says what the result was. */
export async function invokeResponse(
  context: TurnContext,
  body: { readonly statusCode: number; readonly type: string; readonly value: unknown },
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
