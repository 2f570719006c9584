import type { TurnContext } from 'botbuilder';
import type { Interaction, Reply } from '../../dialogs/interaction.ts';
import { answerConsent } from './answerConsent.ts';
import { answerPress } from './answerPress.ts';
import { answerSubmit } from './answerSubmit.ts';
import type { DoorDependencies } from './doorDependencies.ts';
import { postBelow } from './postBelow.ts';

/** Sends a handler's replies: in place of the pressed card, or below it. */
export function createDoor(dependencies: DoorDependencies) {
  const post = (context: TurnContext, reply: Reply): Promise<void> => postBelow(context, reply, dependencies);

  return {
    answerPress: (context: TurnContext, interaction: Interaction): Promise<void> =>
      answerPress(context, interaction, dependencies),
    answerSubmit: (context: TurnContext, interaction: Interaction): Promise<void> =>
      answerSubmit(context, interaction, dependencies),
    /** Answers a typed message or a file; the replies go below it. */
    answerMessage: async (context: TurnContext, interaction: Interaction): Promise<void> => {
      for (const reply of interaction.replies) await post(context, reply);
    },
    answerConsent: (context: TurnContext, reply: Reply): Promise<void> =>
      answerConsent(context, reply, dependencies),
    post,
  };
}

/** What `createDoor` makes. */
export type Door = ReturnType<typeof createDoor>;
