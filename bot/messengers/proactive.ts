import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { ConversationParameters } from 'botbuilder';
import { type Card, hasInputs } from '../../cards/kit/card.ts';
import type { ShownCard, ShownCards } from '../../services/outbox/shownCards.ts';
import { cardMessage } from '../replies/cardMessage.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { InConversation } from '../teams/inConversation.ts';
import { deliveryOf } from './deliveryFaults.ts';

/** What proactive sending needs of Teams. */
export interface ProactiveDependencies {
  readonly adapter: TeamsAdapter;
  /** The bot's app ID; empty when authentication is off (the local page). */
  readonly appId: string;
  readonly inConversation: InConversation;
  readonly shownCards: ShownCards;
}

/** Sends without an activity to answer: to a chat, as a thread in a channel, or as an update of an existing card. */
export function createProactive({ adapter, appId, inConversation, shownCards }: ProactiveDependencies) {
  /** Replaces the card shown under `key`, unless that is as new; a card that no longer exists is forgotten. */
  async function refresh(
    address: ChatAddress,
    key: { readonly conversation: string; readonly topic: string; readonly version?: number },
    card: Card,
  ) {
    const shown = await shownCards.find(key.conversation, key.topic);
    const isAsNew = key.version !== undefined && (shown?.version ?? -1) >= key.version;
    if (!shown || isAsNew) return;
    try {
      await inConversation(address, shown.conversationId, (context) =>
        context.updateActivity({ ...cardMessage(card), id: shown.activityId }),
      );
    } catch (error) {
      if (deliveryOf(error).kind !== 'unreachable') throw error;
      await shownCards.forget(key.conversation, key.topic);
    }
  }

  /** A new message in a person's own chat, from then on the newest card of its claim; the previous one is collapsed. */
  async function postNewest(
    address: ChatAddress,
    number: string,
    { card, stub }: { readonly card: Card; readonly stub: Card },
  ): Promise<void> {
    const conversationId = address.conversation.id;
    const older = await shownCards.find(conversationId, number);
    await inConversation(address, conversationId, async (context) => {
      const sent = await context.sendActivity(cardMessage(card));
      const shown = { activityId: sent?.id ?? '', conversationId, hasInputs: hasInputs(card) };
      await shownCards.remember(conversationId, number, shown);
    });
    // Somebody may be typing on it.
    if (older && !older.hasInputs) await retire(address, older, stub);
  }

  /**
   * Collapses the older card, so that it does not contradict the new one. If it can no longer be changed, the new card
   * is not sent again.
   */
  async function retire(address: ChatAddress, older: ShownCard, stub: Card): Promise<void> {
    await inConversation(address, older.conversationId, (context) =>
      context.updateActivity({ ...cardMessage(stub), id: older.activityId }),
    ).catch(() => undefined);
  }

  /** Starts a new thread in the channel. Its first card is the topic's card from then on. */
  async function beginThread(address: ChatAddress, topic: string, card: Card): Promise<void> {
    const channelId = address.conversation.id;
    const parameters = {
      isGroup: true,
      bot: address.bot,
      channelData: { channel: { id: channelId } },
      activity: { type: 'message', ...cardMessage(card) },
    } as ConversationParameters;
    let conversationId = '';
    await adapter.createConversationAsync(
      appId,
      address.channelId,
      address.serviceUrl,
      '',
      parameters,
      async (context) => {
        conversationId = context.activity.conversation.id;
      },
    );
    // Teams names the thread after its first message: `19:…;messageid=<activity ID>`.
    const activityId = conversationId.split(';messageid=')[1];
    if (activityId) await shownCards.remember(channelId, topic, { conversationId, activityId });
  }

  /** Replies in the topic's thread, or starts a new thread with `first` if somebody has deleted it. */
  async function replyInThread(
    address: ChatAddress,
    { topic, root }: { readonly topic: string; readonly root: ShownCard },
    { reply, first }: { readonly reply: Card; readonly first: Card },
  ): Promise<void> {
    try {
      await inConversation(address, root.conversationId, (context) =>
        context.sendActivity(cardMessage(reply)),
      );
    } catch (error) {
      if (deliveryOf(error).kind !== 'unreachable') throw error;
      await beginThread(address, topic, first);
    }
  }

  return { refresh, postNewest, beginThread, replyInThread };
}

export type Proactive = ReturnType<typeof createProactive>;
