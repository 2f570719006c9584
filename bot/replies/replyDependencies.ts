import type { Reply } from '../../dialogs/interaction.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { Logger } from '../logger.ts';
import type { InOwnChat } from './ownChat.ts';

/** What sending replies needs. */
export interface ReplyDependencies {
  readonly shownCards: ShownCards;
  readonly inOwnChat: InOwnChat;
  readonly logger: Logger;
}

/** A reply that is a card. */
export type CardReply = Extract<Reply, { kind: 'card' }>;
