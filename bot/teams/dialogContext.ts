import type { DefaultConversationState, TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import type { TurnContext } from 'botbuilder';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import { FileClaimDialog } from '../../dialogs/fileClaimDialog.ts';
import { answerInForm } from '../routes/pressRoutes.ts';

interface ConversationState extends DefaultConversationState {
  dialogState?: DialogState;
}
/** What is stored of a conversation between its activities. */
export type State = TurnState<ConversationState>;

/**
 * The dialogs in their current state. A new set for each activity, over the conversation's state, keeps everything in
 * one stored record.
 */
export async function dialogContext(context: TurnContext, state: State): Promise<DialogContext> {
  const dialogs = new DialogSet({
    get: async () => {
      state.conversation.dialogState ??= { dialogStack: [] };
      return state.conversation.dialogState;
    },
    set: async (_context: TurnContext, value: DialogState) => {
      state.conversation.dialogState = value;
    },
    delete: async () => {
      delete state.conversation.dialogState;
    },
  });
  dialogs.add(new FileClaimDialog(answerInForm));
  return await dialogs.createContext(context);
}
