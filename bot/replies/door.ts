// Above 200 lines: where each reply is placed, and what is remembered of it, read together.

import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { type Card, hasInputs } from '../../cards/kit/card.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { Reply, Turn } from '../../dialogs/turn.ts';
import type { FileFocus } from '../../services/claims/proof/fileFocus.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { ShownCard, ShownCards } from '../../services/outbox/shownCards.ts';
import type { Logger } from '../logger.ts';
import { isPersonal, withoutThread } from '../teams/identity.ts';
import { consentMessage, savedFileMessage } from './fileCards.ts';
import type { InOwnChat } from './ownChat.ts';

/** A card as a message; the summary is what the phone's toast says. */
export function cardMessage(card: Card): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card.content)), summary: card.summary };
}

export interface DoorDependencies {
  readonly shownCards: ShownCards;
  readonly focus: FileFocus;
  readonly inOwnChat: InOwnChat;
  readonly logger: Logger;
}

/** Places what a handler gave back: in the pressed card's place, or below. */
export function createDoor({ shownCards, focus, inOwnChat, logger }: DoorDependencies) {
  /** The answer to an Action.Execute: its last card or text is the invoke's response. */
  async function answerPress(context: TurnContext, turn: Turn): Promise<void> {
    for (const reply of turn.replies.slice(0, -1)) await post(context, reply);
    const last = turn.replies.at(-1);
    if (!last) return await invokeResponse(context, messageBody(''));
    // A file stays in the chat; so does what is to stand below the pressed card.
    if ((last.kind !== 'card' && last.kind !== 'text') || last.below) {
      await post(context, last);
      return await invokeResponse(context, messageBody(''));
    }
    if (last.kind === 'text') return await invokeResponse(context, messageBody(last.text));
    if (!last.onlyForPresser) await replacePressed(context, last);
    else if (context.activity.replyToId) await remember(context, last, context.activity.replyToId);
    await invokeResponse(context, cardBody(last.card));
  }

  /** The answer to an Action.Submit, from a client that knows no Execute: the pressed card is updated. */
  async function answerSubmit(context: TurnContext, turn: Turn): Promise<void> {
    for (const reply of turn.replies) {
      if (reply.kind !== 'card') await post(context, reply);
      else if (reply.onlyForPresser && !turn.personal) await answerInOwnChat(context, turn, reply);
      else {
        // In the person's own chat there is nobody from whom to keep it.
        const { onlyForPresser: _, ...own } = reply;
        const replaced = !own.below && (await replacePressed(context, own));
        if (!replaced) await post(context, own);
      }
    }
  }

  /** A Submit has no answer that only the presser sees: what is theirs alone goes to their own chat. */
  async function answerInOwnChat(context: TurnContext, turn: Turn, reply: CardReply): Promise<void> {
    const { onlyForPresser: _, ...own } = reply;
    const told = await inOwnChat(turn.actor.personId, (ownChat) => post(ownChat, own));
    const key = told ? 'answeredInOwnChat' : 'ownChatNeeded';
    await context.sendActivity(messageText(key, { name: turn.actor.name }, turn.reader));
  }

  /** The answer to typed words or a file: below. */
  async function answerMessage(context: TurnContext, turn: Turn): Promise<void> {
    for (const reply of turn.replies) await post(context, reply);
  }

  /** The answer to an offered file: the offer goes or turns into words, so that nobody answers it twice. */
  async function answerConsent(context: TurnContext, reply: Reply): Promise<void> {
    const { replyToId } = context.activity;
    if (reply.kind === 'text' && (await replaceBy(context, { type: 'message', text: reply.text }))) return;
    await post(context, reply);
    if (reply.kind === 'text' || !replyToId) return;
    await context.deleteActivity(replyToId).catch((error: unknown) => {
      logger.warn({ err: error }, 'the offer of a file could not be taken away');
    });
  }

  /** True when the pressed card has been updated; a card that is gone is no reason to fail. */
  async function replacePressed(context: TurnContext, reply: CardReply): Promise<boolean> {
    const { replyToId } = context.activity;
    if (reply.leavesForms && (await hasForm(context, reply))) return false;
    const replaced = await replaceBy(context, cardMessage(reply.card));
    if (replaced && replyToId) await remember(context, reply, replyToId);
    return replaced;
  }

  /** Whether somebody fills in a form on their copy of the claim's card in the channel. */
  async function hasForm({ activity }: TurnContext, { number }: CardReply): Promise<boolean> {
    if (!number || isPersonal(activity)) return false;
    const first = await shownCards.find(withoutThread(activity.conversation.id), number);
    return first?.isForm === true && first.activityId === activity.replyToId;
  }

  async function replaceBy(context: TurnContext, message: Partial<Activity>): Promise<boolean> {
    const { replyToId } = context.activity;
    if (!replyToId) return false;
    try {
      await context.updateActivity({ ...message, id: replyToId });
      return true;
    } catch (error) {
      logger.warn({ err: error }, 'the pressed card could not be updated');
      return false;
    }
  }

  async function post(context: TurnContext, reply: Reply): Promise<void> {
    if (reply.kind !== 'card') {
      await context.sendActivity(messageOf(reply));
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
  async function remember(context: TurnContext, reply: CardReply, activityId: string): Promise<void> {
    const { number, below, card, isForm } = reply;
    if (!number || below) return;
    const conversationId = context.activity.conversation.id;
    if (!isPersonal(context.activity))
      return await rememberInChannel(conversationId, number, reply, activityId);
    if (reply.onlyForPresser) return;
    await shownCards.remember(conversationId, number, {
      activityId,
      conversationId,
      hasInputs: hasInputs(card),
      ...(isForm ? { isForm } : {}),
      ...(reply.version === undefined ? {} : { version: reply.version }),
    });
    await focus.set(conversationId, number);
  }

  /**
   * What the press has shown to everybody an alert need not show again. What it has shown to the presser alone may be a
   * form, which an alert would take away.
   */
  async function rememberInChannel(thread: string, number: string, reply: CardReply, activityId: string) {
    const channel = withoutThread(thread);
    const first = await shownCards.find(channel, number);
    if (first?.activityId !== activityId) return;
    const { isForm: _, ...others } = first;
    await shownCards.remember(channel, number, {
      ...others,
      ...(reply.onlyForPresser ? (reply.isForm ? { isForm: true } : {}) : {}),
      ...(reply.onlyForPresser || reply.version === undefined ? {} : { version: reply.version }),
    });
  }

  return { answerPress, answerSubmit, answerMessage, answerConsent, post };
}

type CardReply = Extract<Reply, { kind: 'card' }>;

function messageOf(reply: Exclude<Reply, CardReply>): string | Partial<Activity> {
  switch (reply.kind) {
    case 'text':
      return reply.text;
    case 'fileOffer':
      return consentMessage(reply.offer);
    case 'savedFile':
      return savedFileMessage(reply.file, reply.text);
    default:
      return assertNever(reply);
  }
}

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

/** The body of an answer that is a card: the presser's own copy. */
export const cardBody = ({ content }: Card) => ({ statusCode: 200, type: cardType, value: content });

/** The body of an answer in words; empty words leave everything as it is. */
export const messageBody = (value: string) => ({ statusCode: 200, type: messageType, value });

/** Answers `adaptiveCard/action`: HTTP 200 whose body says what became of it. */
export async function invokeResponse(
  context: TurnContext,
  body: { readonly statusCode: number; readonly type: string; readonly value: unknown },
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
