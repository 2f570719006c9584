import type { Activity } from 'botbuilder';
import { hasInputs } from '../../cards/kit/card.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import { isPersonal, withoutThread } from '../teams/identity.ts';
import type { CardReply, DoorDependencies } from './doorDependencies.ts';

/** A card that stands in a chat now, and the message it is in. */
interface Shown {
  readonly reply: CardReply;
  readonly activityId: string;
}

/**
 * In a person's own chat: the claim's newest card, and the one offered first for a file sent next. In the channel
 * the thread's first card stays the one that is kept true; which one was pressed changes nothing.
 */
export async function rememberShown(
  activity: Activity,
  { reply, activityId }: Shown,
  { shownCards }: Pick<DoorDependencies, 'shownCards'>,
): Promise<void> {
  const { number, below, card, isForm } = reply;
  if (!number || below) return;
  const conversationId = activity.conversation.id;
  if (!isPersonal(activity)) {
    const thread = { channel: withoutThread(conversationId), number };
    return await rememberInChannel(thread, { reply, activityId }, shownCards);
  }
  if (reply.onlyForPresser) return;
  await shownCards.rememberNewest(conversationId, number, {
    activityId,
    conversationId,
    hasInputs: hasInputs(card),
    ...(isForm ? { isForm } : {}),
    ...(reply.version === undefined ? {} : { version: reply.version }),
  });
}

/**
 * What the press has shown to everybody an alert need not show again. What it has shown to the presser alone may be a
 * form, which an alert would take away.
 */
async function rememberInChannel(
  { channel, number }: { readonly channel: string; readonly number: string },
  { reply, activityId }: Shown,
  shownCards: ShownCards,
): Promise<void> {
  const first = await shownCards.find(channel, number);
  if (first?.activityId !== activityId) return;
  const { isForm: _, ...others } = first;
  await shownCards.remember(channel, number, {
    ...others,
    ...(reply.onlyForPresser ? (reply.isForm ? { isForm: true } : {}) : {}),
    ...(reply.onlyForPresser || reply.version === undefined ? {} : { version: reply.version }),
  });
}
