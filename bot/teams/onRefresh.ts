import { ActivityTypes, type TurnContext } from 'botbuilder';
import { refreshedCard } from '../actions/refreshClaim.ts';
import { cardBody, invokeResponse, messageBody } from '../replies/invokeResponse.ts';
import type { AppDependencies } from './appDependencies.ts';
import { type InteractionDependencies, newInteraction } from './beginInteraction.ts';
import { actorOf } from './identity.ts';
import { readRefresh } from './incoming.ts';

/** Whether somebody's copy of a card asks for its present state, which Teams does by itself. */
export const isRefresh = async ({ activity }: TurnContext): Promise<boolean> =>
  readRefresh(activity) !== undefined;

/** The claim's card as it stands for this person; the card stays as it is where they may see none. */
export async function onRefresh(
  context: TurnContext,
  dependencies: InteractionDependencies & Pick<AppDependencies, 'directory'>,
): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) return;
  const number = readRefresh(context.activity)?.number;
  const actor = number ? await actorOf(context.activity, dependencies.directory) : undefined;
  const interaction =
    actor && newInteraction(context, { actor, input: { kind: 'text', text: '' } }, dependencies);
  const card = interaction && number ? await refreshedCard(interaction, number) : undefined;
  await invokeResponse(context, card ? cardBody(card) : messageBody(''));
}
