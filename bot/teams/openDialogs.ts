import type { TurnContext } from 'botbuilder';
import { DialogContext, DialogSet } from 'botbuilder-dialogs';
import { FileClaimDialog } from '../../dialogs/fileClaimDialog.ts';
import { answerInForm } from '../routes/pressRoutes.ts';
import type { DialogStates } from './dialogStates.ts';

/** The dialogs of the conversation, read when an answer first asks for them: most answers need none. */
export function openDialogs(context: TurnContext, states: DialogStates) {
  const { activity } = context;
  let opened: ReturnType<typeof open> | undefined;

  async function open() {
    const state = await states.find(activity);
    const before = JSON.stringify(state);
    const dialogs = new DialogSet().add(new FileClaimDialog(answerInForm));
    const dc = new DialogContext(dialogs, context, state);
    const hasMoved = () => JSON.stringify(state) !== before;
    return { dc, state, hasMoved };
  }

  return {
    async dialogs(): Promise<DialogContext> {
      opened ??= open();
      return (await opened).dc;
    },
    /** Keeps where they stand now, if that is elsewhere. */
    async keep(): Promise<void> {
      if (!opened) return;
      const { state, hasMoved } = await opened;
      if (hasMoved()) await states.keep(activity, state);
    },
  };
}
