import { welcomeCard } from '../../cards/help/welcome.ts';
import type { Card, Reader } from '../../cards/kit/card.ts';
import type { Logger } from '../logger.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { InConversation } from '../teams/inConversation.ts';
import { cardMessage } from './cardMessage.ts';

/** Posts a card at an address other than the one being answered; false if it did not arrive there. */
export type PostInChannel = (address: ChatAddress, card: Card) => Promise<boolean>;

export const createPostInChannel =
  (inConversation: InConversation, logger: Logger): PostInChannel =>
  async (address, card) => {
    try {
      await inConversation(address, address.conversation.id, (context) =>
        context.sendActivity(cardMessage(card)),
      );
      return true;
    } catch (error) {
      logger.warn({ err: error }, 'a card could not be posted in a channel');
      return false;
    }
  };

/** The first card in the reviewers' channel. */
export const welcomeToChannel = (name: string, reader: Reader): Card =>
  welcomeCard({ audience: 'channel', name }, reader);
