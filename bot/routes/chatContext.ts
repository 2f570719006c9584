import type { DialogContext } from 'botbuilder-dialogs';
import type { ShownCards } from '../../services/outbox/shownCards.ts';

/** What one input needs beside its interaction. */
export interface ChatContext {
  /** The dialogs as the conversation stands. */
  readonly dialogs: () => Promise<DialogContext>;
  readonly shownCards: ShownCards;
  readonly conversation: string;
  /** Whether claims may be spoken about in this channel (R53). */
  readonly isReviewersChannel: () => Promise<boolean>;
}

/** The claim that was shown last in this conversation: the likeliest to be meant. */
export const shownIn = ({ shownCards, conversation }: ChatContext): Promise<string | undefined> =>
  shownCards.newest(conversation);
