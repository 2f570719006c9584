import type { Activity } from 'botbuilder';
import { hasInputs } from '../../cards/kit/card.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import { isPersonal, withoutThread } from '../teams/identity.ts';
import type { CardReply, ReplyDependencies } from './replyDependencies.ts';

/** A card that has just been shown in a chat, and its message. */
interface Shown {
  readonly reply: CardReply;
  readonly activityId: string;
}

/**
 * In a person's own chat, records the claim's newest card, and the claim to offer first for the next file. In a
 * channel, the thread's first card stays the one that is kept up to date, whichever card was pressed.
 */
export async function rememberShown(
  activity: Activity,
  { reply, activityId }: Shown,
  { shownCards }: Pick<ReplyDependencies, 'shownCards'>,
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
 * An alert need not show again what the press has shown to everybody. A card shown only to the presser may be a form,
 * which an alert would remove.
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
