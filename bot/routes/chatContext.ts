import type { Activity } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { PostInChannel } from '../replies/postInChannel.ts';
import type { ReviewersChannel } from '../teams/reviewersChannel.ts';

/** What handling one input needs besides the input itself. */
export interface ChatContext {
  /** The conversation's dialogs, read when they are first asked for. */
  readonly dialogs: () => Promise<DialogContext>;
  readonly shownCards: ShownCards;
  readonly conversation: string;
  readonly reviewersChannel: ReviewersChannel;
  readonly post: PostInChannel;
  /** What is handled, for what is recorded of its place. */
  readonly activity: Activity;
}

/** The claim that was shown last in this conversation, which is most likely the one meant. */
export const shownIn = ({ shownCards, conversation }: ChatContext): Promise<string | undefined> =>
  shownCards.newest(conversation);
