import type { TurnContext } from 'botbuilder';
import type { AddressBook } from '../../services/outbox/addressBook.ts';
import type { Logger } from '../logger.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { InConversation } from '../teams/inConversation.ts';

export interface OwnChatDependencies {
  readonly addressBook: AddressBook<ChatAddress>;
  readonly inConversation: InConversation;
  readonly logger: Logger;
}

/**
 * Acts in a person's own chat with the bot, whichever conversation is being answered. False if it cannot be reached.
 */
export type InOwnChat = (
  personId: string,
  act: (context: TurnContext) => Promise<unknown>,
) => Promise<boolean>;

export function createInOwnChat({ addressBook, inConversation, logger }: OwnChatDependencies): InOwnChat {
  return async (personId, act) => {
    const address = await addressBook.find({ kind: 'person', personId });
    if (!address) return false;
    try {
      await inConversation(address, address.conversation.id, act);
      return true;
    } catch (error) {
      logger.warn({ err: error }, 'an answer could not be given in the person’s own chat');
      return false;
    }
  };
}
