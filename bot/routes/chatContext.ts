import type { DialogContext } from 'botbuilder-dialogs';
import type { ShownCards } from '../../services/outbox/shownCards.ts';

/** What handling one input needs besides the input itself. */
export interface ChatContext {
  /** The conversation's dialogs, read when they are first asked for. */
  readonly dialogs: () => Promise<DialogContext>;
  readonly shownCards: ShownCards;
  readonly conversation: string;
  /** Whether claims may be shown in this channel (R53). */
  readonly isReviewersChannel: () => Promise<boolean>;
}

/** The claim that was shown last in this conversation, which is most likely the one meant. */
export const shownIn = ({ shownCards, conversation }: ChatContext): Promise<string | undefined> =>
  shownCards.newest(conversation);
