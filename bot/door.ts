import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { type Card, hasInputs } from '../cards/card.ts';
import type { Reply, Turn } from '../dialogs/turn.ts';
import type { ShownCard, ShownCards } from '../services/alerts/shownCards.ts';
import type { FileFocus } from '../services/claims/fileFocus.ts';
import { isPersonal } from './identity.ts';
import type { Logger } from './logger.ts';

/** A card as a message; the summary is what the phone's toast says. */
export function cardMessage(card: Card): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card.content)), summary: card.summary };
}

export interface DoorDependencies {
  readonly shownCards: ShownCards;
  readonly focus: FileFocus;
  readonly logger: Logger;
}

/** Places what a handler gave back: in the pressed card's place, or below. */
export function createDoor({ shownCards, focus, logger }: DoorDependencies) {
  /** The answer to an Action.Execute: its last card or text is the invoke's response. */
  async function answerPress(context: TurnContext, turn: Turn): Promise<void> {
    for (const reply of turn.replies.slice(0, -1)) await post(context, reply);
    const last = turn.replies.at(-1);
    if (!last) return await invokeResponse(context, { statusCode: 200, type: messageType, value: '' });
    if (last.kind === 'text') {
      return await invokeResponse(context, { statusCode: 200, type: messageType, value: last.text });
    }
    if (last.below) {
      await post(context, last);
      return await invokeResponse(context, { statusCode: 200, type: messageType, value: '' });
    }
    if (!last.onlyForPresser) await replacePressed(context, last);
    await invokeResponse(context, { statusCode: 200, type: cardType, value: last.card.content });
  }

  /** The answer to an Action.Submit, from a client that knows no Execute: the pressed card is updated. */
  async function answerSubmit(context: TurnContext, turn: Turn): Promise<void> {
    for (const reply of turn.replies) {
      const replaced =
        reply.kind === 'card' &&
        !reply.onlyForPresser &&
        !reply.below &&
        (await replacePressed(context, reply));
      if (!replaced) await post(context, reply);
    }
  }

  /** The answer to typed words or a file: below. */
  async function answerMessage(context: TurnContext, turn: Turn): Promise<void> {
    for (const reply of turn.replies) await post(context, reply);
  }

  /** True when the pressed card has been updated; a card that is gone is no reason to fail. */
  async function replacePressed(context: TurnContext, reply: CardReply): Promise<boolean> {
    const { replyToId } = context.activity;
    if (!replyToId) return false;
    try {
      await context.updateActivity({ ...cardMessage(reply.card), id: replyToId });
    } catch (error) {
      logger.warn({ err: error }, 'the pressed card could not be updated');
      return false;
    }
    await remember(context, reply, replyToId);
    return true;
  }

  async function post(context: TurnContext, reply: Reply): Promise<void> {
    if (reply.kind === 'text') {
      await context.sendActivity(reply.text);
      return;
    }
    const older = reply.below ? undefined : await olderCard(context, reply);
    const sent = await context.sendActivity(cardMessage(reply.card));
    if (sent?.id) await remember(context, reply, sent.id);
    if (older && reply.stub) await replaceOlder(context, older, reply.stub);
  }

  /** The claim's card further up, unless somebody may be typing on it. */
  async function olderCard(context: TurnContext, { number }: CardReply): Promise<ShownCard | undefined> {
    if (!number || !isPersonal(context.activity)) return undefined;
    const older = await shownCards.find(context.activity.conversation.id, number);
    return older?.hasInputs ? undefined : older;
  }

  async function replaceOlder(context: TurnContext, older: ShownCard, stub: Card): Promise<void> {
    try {
      await context.updateActivity({ ...cardMessage(stub), id: older.activityId });
    } catch (error) {
      logger.warn({ err: error }, 'the older card could not be updated');
    }
  }

  /**
   * In a person's own chat: the claim's newest card, and the one offered first for a file sent next. In the channel
   * the thread's first card stays the one that is kept true; which one was pressed changes nothing.
   */
  async function remember(
    context: TurnContext,
    { number, onlyForPresser, below, card }: CardReply,
    activityId: string,
  ) {
    if (!number || onlyForPresser || below || !isPersonal(context.activity)) return;
    const conversationId = context.activity.conversation.id;
    await shownCards.remember(conversationId, number, {
      activityId,
      conversationId,
      hasInputs: hasInputs(card),
    });
    await focus.set(conversationId, number);
  }

  return { answerPress, answerSubmit, answerMessage, post };
}

type CardReply = Extract<Reply, { kind: 'card' }>;

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

/** Answers `adaptiveCard/action`: HTTP 200 whose body says what became of it. */
export async function invokeResponse(
  context: TurnContext,
  body: { readonly statusCode: number; readonly type: string; readonly value: unknown },
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
