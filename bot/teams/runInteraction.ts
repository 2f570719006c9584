import type { TurnContext } from 'botbuilder';
import { keepApart } from '../../cards/kit/keepApart.ts';
import { type Interaction, setInteraction } from '../../dialogs/interaction.ts';
import { type MissedDependencies, showMissedClaims } from '../replies/showMissedClaims.ts';
import { handleInput } from '../routes/handleInput.ts';
import type { AppDependencies } from './appDependencies.ts';
import { withoutThread } from './identity.ts';
import { openDialogs } from './openDialogs.ts';

/** The conversation in which an input is handled, and how the handlers' replies are sent there. */
interface InteractionContext {
  readonly context: TurnContext;
  readonly placeReplies: (context: TurnContext, interaction: Interaction) => Promise<void>;
}

/** Handles an input, sends the replies, then shows the claims of missed alerts. */
export async function runInteraction(
  interaction: Interaction,
  { context, placeReplies }: InteractionContext,
  dependencies: MissedDependencies &
    Pick<AppDependencies, 'shownCards' | 'reviewersChannel' | 'postInChannel' | 'dialogStates'>,
): Promise<void> {
  const { shownCards, reviewersChannel, postInChannel, dialogStates } = dependencies;
  const { dialogs, keep } = openDialogs(context, dialogStates);
  setInteraction(context, interaction);
  await handleInput(interaction, {
    dialogs,
    shownCards,
    conversation: withoutThread(context.activity.conversation.id),
    reviewersChannel,
    post: postInChannel,
    activity: context.activity,
  });
  keepDecisionsApart(interaction);
  await placeReplies(context, interaction);
  await showMissedClaims(context, interaction, dependencies);
  await keep();
}

/** D15: what decides never stands where the pressed button stood. */
function keepDecisionsApart({ input, replies }: Interaction): void {
  if (input.kind !== 'press') return;
  for (const [index, reply] of replies.entries())
    if (reply.kind === 'card') replies[index] = { ...reply, card: keepApart(reply.card, input.action) };
}
