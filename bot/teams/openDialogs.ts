import type { TurnContext } from 'botbuilder';
import { DialogContext, DialogSet } from 'botbuilder-dialogs';
import { FileClaimDialog } from '../../dialogs/fileClaimDialog.ts';
import { answerInForm } from '../routes/pressRoutes.ts';
import type { DialogStates } from './dialogStates.ts';

/** The conversation's dialogs. They are read when they are first needed: most answers do not need them. */
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
    /** Saves their state if it has changed. */
    async keep(): Promise<void> {
      if (!opened) return;
      const { state, hasMoved } = await opened;
      if (hasMoved()) await states.keep(activity, state);
    },
  };
}
