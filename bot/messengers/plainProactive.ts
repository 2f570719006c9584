import type { Card, Reader } from '../../cards/kit/card.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { Posting } from './posting.ts';
import { isGone, type Proactive } from './proactive.ts';

/**
 * The same alerts without their cards, because Teams refuses them for good (400, 413): the one line that a phone's toast
 * would show. No card is updated, and none counts as shown.
 */
export function createPlainProactive(posting: Posting, reader: Reader): Proactive {
  const sentence = ({ summary }: Card) => {
    const text = messageText('cardNotShown', { summary }, reader);
    return { type: 'message', text, summary };
  };

  return {
    refresh: async () => undefined,

    postNewest: (address, _number, { card }) =>
      posting.send(address, { conversationId: address.conversation.id, message: sentence(card) }),

    beginThread: async (address, _topic, card) => void (await posting.startThread(address, sentence(card))),

    async replyInThread(address, { root }, { reply, first }) {
      try {
        await posting.send(address, { conversationId: root.conversationId, message: sentence(reply) });
      } catch (error) {
        if (!isGone(error)) throw error;
        await posting.startThread(address, sentence(first));
      }
    },
  };
}
