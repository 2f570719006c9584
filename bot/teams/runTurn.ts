import type { TurnContext } from 'botbuilder';
import { setTurn, type Turn } from '../../dialogs/turn.ts';
import { type MissedDependencies, showMissedClaims } from '../replies/showMissedClaims.ts';
import { handleInput } from '../routes/handleInput.ts';
import type { AppDependencies } from './appDependencies.ts';
import { dialogContext, type State } from './dialogContext.ts';
import { withoutThread } from './identity.ts';

/** The conversation in which an input is handled, and how the handlers' replies are sent there. */
interface TurnPlace {
  readonly context: TurnContext;
  readonly state: State;
  readonly placeReplies: (context: TurnContext, turn: Turn) => Promise<void>;
}

/** Handles an input, sends the replies, then shows the claims of missed alerts. */
export async function runTurn(
  turn: Turn,
  { context, state, placeReplies }: TurnPlace,
  dependencies: MissedDependencies & Pick<AppDependencies, 'focus' | 'places'>,
): Promise<void> {
  const { focus, places } = dependencies;
  setTurn(context, turn);
  await handleInput(turn, {
    dc: await dialogContext(context, state),
    focus,
    conversation: withoutThread(context.activity.conversation.id),
    isReviewersChannel: () => places.isReviewersChannel(context.activity),
  });
  await placeReplies(context, turn);
  await showMissedClaims(context, turn, dependencies);
}
