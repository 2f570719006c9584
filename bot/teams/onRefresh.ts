import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { messageText } from '../../cards/text/messages.ts';
import type { ChatKind } from '../../dialogs/interaction.ts';
import { refreshedCard } from '../actions/refreshClaim.ts';
import { cardBody, invokeResponse, messageBody } from '../replies/invokeResponse.ts';
import type { AppDependencies } from './appDependencies.ts';
import { type InteractionDependencies, newInteraction } from './beginInteraction.ts';
import { actorOf, isPersonal } from './identity.ts';
import { readRefresh } from './incoming.ts';

/** Whether a person's copy of a card requests its current state, which Teams does by itself. */
export const isRefresh = async ({ activity }: TurnContext): Promise<boolean> =>
  readRefresh(activity) !== undefined;

/** Answers with the claim's current card for this person; if they may not see it, their copy stays as it is. */
export async function onRefresh(
  context: TurnContext,
  dependencies: InteractionDependencies & Pick<AppDependencies, 'directory' | 'reviewersChannel'>,
): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) return;
  const number = readRefresh(context.activity)?.number;
  const chatKind = await chatKindOf(context.activity, dependencies);
  if (!chatKind) dependencies.reportRefusal('foreignPlace');
  const actor = number && chatKind ? await actorOf(context.activity, dependencies.directory) : undefined;
  if (number && chatKind && !actor) dependencies.reportRefusal('notRecognised');
  const interaction =
    actor &&
    chatKind &&
    newInteraction(context, { actor, chatKind, missed: [], input: { kind: 'text', text: '' } }, dependencies);
  const card = interaction && number ? await refreshedCard(interaction, number) : undefined;
  await invokeResponse(
    context,
    card ? cardBody(card) : messageBody(messageText('notRefreshed', {}, dependencies.reader)),
  );
}

/** Undefined where claims are not spoken of (D16). */
async function chatKindOf(
  activity: Activity,
  { reviewersChannel }: Pick<AppDependencies, 'reviewersChannel'>,
): Promise<ChatKind | undefined> {
  if (isPersonal(activity)) return 'ownChat';
  return (await reviewersChannel.isHere(activity)) ? 'reviewersChannel' : undefined;
}
