import type { Activity, TurnContext } from 'botbuilder';
import type { Card } from '../../cards/kit/card.ts';
import type { Reply } from '../../dialogs/interaction.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { ShownCard, ShownCards } from '../../services/outbox/shownCards.ts';
import type { Logger } from '../logger.ts';
import { isPersonal } from '../teams/identity.ts';
import { cardMessage } from './cardMessage.ts';
import { consentMessage, savedFileMessage } from './fileCards.ts';
import { rememberShown } from './rememberShown.ts';
import type { CardReply, ReplyDependencies } from './replyDependencies.ts';

/** Sends a reply as a new message; in a person's own chat the claim's older card is replaced by its stub. */
export async function postBelow(
  context: TurnContext,
  reply: Reply,
  dependencies: Pick<ReplyDependencies, 'shownCards' | 'logger'>,
): Promise<void> {
  if (reply.kind !== 'card') {
    await context.sendActivity(messageOf(reply));
    return;
  }
  const { activity } = context;
  const older = reply.below ? undefined : await olderCard(activity, reply, dependencies.shownCards);
  const sent = await context.sendActivity(cardMessage(reply.card));
  if (sent?.id) await rememberShown(activity, { reply, activityId: sent.id }, dependencies);
  if (older && reply.stub) await foldOlder(context, { older, stub: reply.stub }, dependencies.logger);
}

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

/** The claim's card further up, unless somebody may be typing on it. */
async function olderCard(
  activity: Activity,
  { number }: CardReply,
  shownCards: ShownCards,
): Promise<ShownCard | undefined> {
  if (!number || !isPersonal(activity)) return undefined;
  const older = await shownCards.find(activity.conversation.id, number);
  return older?.hasInputs ? undefined : older;
}

async function foldOlder(
  context: TurnContext,
  { older, stub }: { readonly older: ShownCard; readonly stub: Card },
  logger: Logger,
): Promise<void> {
  try {
    await context.updateActivity({ ...cardMessage(stub), id: older.activityId });
  } catch (error) {
    logger.warn({ err: error }, 'the older card could not be updated');
  }
}
