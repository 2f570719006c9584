import type { TurnContext } from 'botbuilder';
import { setTurn, type Turn } from '../../dialogs/turn.ts';
import { type MissedDependencies, showMissedClaims } from '../replies/showMissedClaims.ts';
import { handleInput } from '../routes/handleInput.ts';
import type { AppDependencies } from './appDependencies.ts';
import { withoutThread } from './identity.ts';
import { openDialogs } from './openDialogs.ts';

/** Where a turn goes on, and how what its handlers give back is placed there. */
interface TurnPlace {
  readonly context: TurnContext;
  readonly placeReplies: (context: TurnContext, turn: Turn) => Promise<void>;
}

/** Hands a turn to whatever its input is for, places the replies, then shows the claims of missed alerts. */
export async function runTurn(
  turn: Turn,
  { context, placeReplies }: TurnPlace,
  dependencies: MissedDependencies & Pick<AppDependencies, 'shownCards' | 'places' | 'dialogStates'>,
): Promise<void> {
  const { shownCards, places, dialogStates } = dependencies;
  const { dialogs, keep } = openDialogs(context, dialogStates);
  setTurn(context, turn);
  await handleInput(turn, {
    dialogs,
    shownCards,
    conversation: withoutThread(context.activity.conversation.id),
    isReviewersChannel: () => places.isReviewersChannel(context.activity),
  });
  await placeReplies(context, turn);
  await showMissedClaims(context, turn, dependencies);
  await keep();
}
