import type { DialogContext } from 'botbuilder-dialogs';
import type { FileFocus } from '../../services/claims/proof/fileFocus.ts';

/** What handling one input needs besides the input itself. */
export interface ChatContext {
  readonly dc: DialogContext;
  readonly focus: FileFocus;
  readonly conversation: string;
  /** Whether claims may be shown in this channel (R53). */
  readonly isReviewersChannel: () => Promise<boolean>;
}

/** The claim that was shown last in this conversation, which is most likely the one meant. */
export const shownIn = ({ focus, conversation }: ChatContext): Promise<string | undefined> =>
  focus.find(conversation);
