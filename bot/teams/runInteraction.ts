import type { TurnContext } from 'botbuilder';
import { type Interaction, setInteraction } from '../../dialogs/interaction.ts';
import { type MissedDependencies, showMissedClaims } from '../replies/showMissedClaims.ts';
import { handleInput } from '../routes/handleInput.ts';
import type { AppDependencies } from './appDependencies.ts';
import { dialogContext, type State } from './dialogContext.ts';
import { withoutThread } from './identity.ts';

/** The conversation in which an input is handled, and how the handlers' replies are sent there. */
interface InteractionContext {
  readonly context: TurnContext;
  readonly state: State;
  readonly placeReplies: (context: TurnContext, interaction: Interaction) => Promise<void>;
}

/** Handles an input, sends the replies, then shows the claims of missed alerts. */
export async function runInteraction(
  interaction: Interaction,
  { context, state, placeReplies }: InteractionContext,
  dependencies: MissedDependencies & Pick<AppDependencies, 'focus' | 'chatAddresses'>,
): Promise<void> {
  const { focus, chatAddresses } = dependencies;
  setInteraction(context, interaction);
  await handleInput(interaction, {
    dc: await dialogContext(context, state),
    focus,
    conversation: withoutThread(context.activity.conversation.id),
    isReviewersChannel: () => chatAddresses.isReviewersChannel(context.activity),
  });
  await placeReplies(context, interaction);
  await showMissedClaims(context, interaction, dependencies);
}
