import type { Activity, TurnContext } from 'botbuilder';
import type { ShownCard, ShownCards } from '../../services/outbox/shownCards.ts';
import type { Logger } from '../logger.ts';
import { isPersonal, withoutThread } from '../teams/identity.ts';
import { cardMessage } from './cardMessage.ts';
import { rememberShown } from './rememberShown.ts';
import type { CardReply, ReplyDependencies } from './replyDependencies.ts';

/**
 * Replaces the pressed card. True if it was replaced; a pressed card that no longer exists causes no failure. In a channel
 * only a claim's own message becomes that claim's card; what somebody has looked up on another message stays theirs.
 */
export async function replacePressed(
  context: TurnContext,
  reply: CardReply,
  dependencies: Pick<ReplyDependencies, 'shownCards' | 'logger'>,
): Promise<boolean> {
  const { activity } = context;
  const { replyToId } = activity;
  if (!isPersonal(activity)) {
    const own = await ownMessage(activity, reply, dependencies.shownCards);
    if (!own || (reply.leavesForms && own.isForm)) return false;
  }
  const replaced = await updatePressed(context, cardMessage(reply.card), dependencies.logger);
  if (replaced && replyToId) await rememberShown(activity, { reply, activityId: replyToId }, dependencies);
  return replaced;
}

/** The pressed message, if it is the one in the channel that belongs to the reply's claim. */
export async function ownMessage(
  activity: Activity,
  { number }: CardReply,
  shownCards: ShownCards,
): Promise<ShownCard | undefined> {
  if (!number) return undefined;
  const first = await shownCards.find(withoutThread(activity.conversation.id), number);
  return first?.activityId === activity.replyToId ? first : undefined;
}

/** Replaces the pressed message and records nothing. True if it was replaced. */
export async function updatePressed(
  context: TurnContext,
  message: Partial<Activity>,
  logger: Logger,
): Promise<boolean> {
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
