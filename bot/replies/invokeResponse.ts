import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/kit/card.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

/** The body of an answer that is a card: the presser's own copy. */
export const cardBody = ({ content }: Card) => ({ statusCode: 200, type: cardType, value: content });

/** The body of an answer that is a text; clients may take an empty one for a failure and send the press again. */
export function messageBody(value: string) {
  if (value === '') throw new Error('A press is answered with a card or with words.');
  return { statusCode: 200, type: messageType, value };
}

/** Answers `adaptiveCard/action`: HTTP 200 with a body that says what the result was. */
export async function invokeResponse(
  context: TurnContext,
  body: { readonly statusCode: number; readonly type: string; readonly value: unknown },
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
