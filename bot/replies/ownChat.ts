import type { TurnContext } from 'botbuilder';
import type { AddressBook } from '../../services/outbox/addressBook.ts';
import type { Logger } from '../logger.ts';
import type { InConversation } from '../teams/inConversation.ts';
import type { Place } from '../teams/places.ts';

export interface OwnChatDependencies {
  readonly addressBook: AddressBook<Place>;
  readonly inConversation: InConversation;
  readonly logger: Logger;
}

/** Acts in a person's own chat with the bot, whatever conversation the activity is in. False: it cannot be reached. */
export type InOwnChat = (
  personId: string,
  act: (context: TurnContext) => Promise<unknown>,
) => Promise<boolean>;

export function createInOwnChat({ addressBook, inConversation, logger }: OwnChatDependencies): InOwnChat {
  return async (personId, act) => {
    const place = await addressBook.find({ kind: 'person', personId });
    if (!place) return false;
    try {
      await inConversation(place, place.conversation.id, act);
      return true;
    } catch (error) {
      logger.warn({ err: error }, 'an answer could not be given in the person’s own chat');
      return false;
    }
  };
}
