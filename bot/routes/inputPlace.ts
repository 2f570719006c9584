import type { DialogContext } from 'botbuilder-dialogs';
import type { FileFocus } from '../../services/claims/proof/fileFocus.ts';

/** What one input needs beside its turn. */
export interface InputPlace {
  /** The dialogs as the conversation stands. */
  readonly dialogs: () => Promise<DialogContext>;
  readonly focus: FileFocus;
  readonly conversation: string;
  /** Whether claims may be spoken about in this channel (R53). */
  readonly isReviewersChannel: () => Promise<boolean>;
}

/** The claim that was shown last in this conversation: the likeliest to be meant. */
export const shownIn = ({ focus, conversation }: InputPlace): Promise<string | undefined> =>
  focus.find(conversation);
