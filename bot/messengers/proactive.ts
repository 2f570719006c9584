import { type Card, hasInputs } from '../../cards/kit/card.ts';
import type { ShownCard, ShownCards } from '../../services/outbox/shownCards.ts';
import { cardMessage } from '../replies/cardMessage.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import { faultOf } from './deliveryFaults.ts';
import type { Posting } from './posting.ts';

/** What proactive sending needs of Teams. */
export interface ProactiveDependencies {
  readonly posting: Posting;
  readonly shownCards: ShownCards;
}

/** Sends without an activity to answer: to a chat, as a thread in a channel, or as an update of an existing card. */
export interface Proactive {
  /** Replaces the card shown under `key`, unless that is as new; a card that no longer exists is forgotten. */
  refresh(
    address: ChatAddress,
    key: { readonly conversation: string; readonly topic: string; readonly version?: number },
    card: Card,
  ): Promise<void>;
  /** A new message in a person's own chat, from then on the newest card of its claim; the previous one is collapsed. */
  postNewest(
    address: ChatAddress,
    number: string,
    cards: { readonly card: Card; readonly stub: Card },
  ): Promise<void>;
  /** Starts a new thread in the channel. Its first card is the topic's card from then on. */
  beginThread(address: ChatAddress, topic: string, card: Card): Promise<void>;
  /** Replies in the topic's thread, or starts a new thread with `first` if somebody has deleted it. */
  replyInThread(
    address: ChatAddress,
    thread: { readonly topic: string; readonly root: ShownCard },
    cards: { readonly reply: Card; readonly first: Card },
  ): Promise<void>;
}

/** Sends cards. */
export function createProactive({ posting, shownCards }: ProactiveDependencies): Proactive {
  async function refresh(
    address: ChatAddress,
    key: { readonly conversation: string; readonly topic: string; readonly version?: number },
    card: Card,
  ) {
    const shown = await shownCards.find(key.conversation, key.topic);
    const isAsNew = key.version !== undefined && (shown?.version ?? -1) >= key.version;
    if (!shown || isAsNew) return;
    try {
      await posting.update(address, shown.conversationId, { ...cardMessage(card), id: shown.activityId });
    } catch (error) {
      if (!isGone(error)) throw error;
      await shownCards.forget(key.conversation, key.topic);
    }
  }

  async function postNewest(
    address: ChatAddress,
    number: string,
    { card, stub }: { readonly card: Card; readonly stub: Card },
  ): Promise<void> {
    const conversationId = address.conversation.id;
    const older = await shownCards.find(conversationId, number);
    await posting.send(address, { conversationId, message: cardMessage(card) }, async (activityId) => {
      const shown = { activityId, conversationId, hasInputs: hasInputs(card) };
      await shownCards.remember(conversationId, number, shown);
    });
    // Somebody may be typing on it.
    if (older && !older.hasInputs) await retire(address, older, stub);
  }

  /**
   * Collapses the older card, so that it does not contradict the new one. If it can no longer be changed, the new card
   * is not sent again.
   */
  async function retire(
    address: ChatAddress,
    { conversationId, activityId }: ShownCard,
    stub: Card,
  ): Promise<void> {
    const message = { ...cardMessage(stub), id: activityId };
    await posting.update(address, conversationId, message).catch(() => undefined);
  }

  async function beginThread(address: ChatAddress, topic: string, card: Card): Promise<void> {
    const conversationId = await posting.startThread(address, cardMessage(card));
    // Teams names the thread after its first message: `19:…;messageid=<activity ID>`.
    const activityId = conversationId.split(';messageid=')[1];
    if (activityId) await shownCards.remember(address.conversation.id, topic, { conversationId, activityId });
  }

  async function replyInThread(
    address: ChatAddress,
    { topic, root }: { readonly topic: string; readonly root: ShownCard },
    { reply, first }: { readonly reply: Card; readonly first: Card },
  ): Promise<void> {
    try {
      await posting.send(address, { conversationId: root.conversationId, message: cardMessage(reply) });
    } catch (error) {
      if (!isGone(error)) throw error;
      await beginThread(address, topic, first);
    }
  }

  return { refresh, postNewest, beginThread, replyInThread };
}

/** Whether the chat or the message is not there (any more), as far as Teams says. */
export const isGone = (error: unknown): boolean => ['closed', 'missing'].includes(faultOf(error).kind);
