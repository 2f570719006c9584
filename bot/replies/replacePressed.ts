import type { Activity, TurnContext } from 'botbuilder';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { Logger } from '../logger.ts';
import { isPersonal, withoutThread } from '../teams/identity.ts';
import { cardMessage } from './cardMessage.ts';
import { rememberShown } from './rememberShown.ts';
import type { CardReply, ReplyDependencies } from './replyDependencies.ts';

/** Replaces the pressed card. True if it was replaced; a pressed card that no longer exists causes no failure. */
export async function replacePressed(
  context: TurnContext,
  reply: CardReply,
  dependencies: Pick<ReplyDependencies, 'shownCards' | 'logger'>,
): Promise<boolean> {
  const { activity } = context;
  const { replyToId } = activity;
  if (reply.leavesForms && (await hasForm(activity, reply, dependencies.shownCards))) return false;
  const replaced = await updatePressed(context, cardMessage(reply.card), dependencies.logger);
  if (replaced && replyToId) await rememberShown(activity, { reply, activityId: replyToId }, dependencies);
  return replaced;
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

/** Whether somebody fills in a form on their copy of the claim's card in the channel. */
async function hasForm(activity: Activity, { number }: CardReply, shownCards: ShownCards): Promise<boolean> {
  if (!number || isPersonal(activity)) return false;
  const first = await shownCards.find(withoutThread(activity.conversation.id), number);
  return first?.isForm === true && first.activityId === activity.replyToId;
}
