import type { TurnContext } from 'botbuilder';
import { messageText } from '../../cards/text/messages.ts';
import { invokeResponse, messageBody } from '../replies/invokeResponse.ts';
import type { AppDependencies } from './appDependencies.ts';
import { beginInteraction } from './beginInteraction.ts';
import { pressInput } from './pressInput.ts';
import { runInteraction } from './runInteraction.ts';

/** A pressed button: the reply is the answer to the invoke. */
export async function onActionExecute(context: TurnContext, dependencies: AppDependencies): Promise<void> {
  const { sendReplies, reader } = dependencies;
  const answer = (text: string) => invokeResponse(context, messageBody(text));
  const input = await pressInput(context.activity, dependencies, answer);
  if (!input) return;
  const interaction = await beginInteraction(context, input, dependencies);
  if (!interaction) return await answer(messageText('unknownPerson', {}, reader));
  await runInteraction(interaction, { context, placeReplies: sendReplies.answerPress }, dependencies);
}
