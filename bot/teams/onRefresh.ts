import { ActivityTypes, type TurnContext } from 'botbuilder';
import { refreshedCard } from '../actions/refreshClaim.ts';
import { cardBody, invokeResponse, messageBody } from '../replies/invokeResponse.ts';
import type { AppDependencies } from './appDependencies.ts';
import { type InteractionDependencies, newInteraction } from './beginInteraction.ts';
import { actorOf } from './identity.ts';
import { readRefresh } from './incoming.ts';

/** Whether a person's copy of a card requests its current state, which Teams does by itself. */
export const isRefresh = async ({ activity }: TurnContext): Promise<boolean> =>
  readRefresh(activity) !== undefined;

/** Answers with the claim's current card for this person; if they may not see it, their copy stays as it is. */
export async function onRefresh(
  context: TurnContext,
  dependencies: InteractionDependencies & Pick<AppDependencies, 'directory'>,
): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) return;
  const number = readRefresh(context.activity)?.number;
  const actor = number ? await actorOf(context.activity, dependencies.directory) : undefined;
  const interaction =
    actor && newInteraction(context, { actor, missed: [], input: { kind: 'text', text: '' } }, dependencies);
  const card = interaction && number ? await refreshedCard(interaction, number) : undefined;
  await invokeResponse(context, card ? cardBody(card) : messageBody(''));
}
