import type { TurnContext } from 'botbuilder';
import { messageText } from '../../cards/text/messages.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { cardBody, invokeResponse, messageBody } from './invokeResponse.ts';
import { postBelow } from './postBelow.ts';
import { rememberShown } from './rememberShown.ts';
import { replacePressed } from './replacePressed.ts';
import type { ReplyDependencies } from './replyDependencies.ts';

/** Answers an Action.Execute: the last card or text is the invoke's response. */
export async function answerPress(
  context: TurnContext,
  interaction: Interaction,
  dependencies: Pick<ReplyDependencies, 'shownCards' | 'logger'>,
): Promise<void> {
  for (const reply of interaction.replies.slice(0, -1)) await postBelow(context, reply, dependencies);
  const last = interaction.replies.at(-1);
  const { reader } = interaction;
  // Clients may take an empty answer for a failure, and send the press again.
  if (!last) return await invokeResponse(context, messageBody(messageText('unknownPress', {}, reader)));
  // Files are sent to the chat, and so are replies that go below the pressed card.
  if ((last.kind !== 'card' && last.kind !== 'text') || last.below) {
    await postBelow(context, last, dependencies);
    return await invokeResponse(context, messageBody(messageText('answeredBelow', {}, reader)));
  }
  if (last.kind === 'text') return await invokeResponse(context, messageBody(last.text));
  if (last.again) return await invokeResponse(context, cardBody(last.card));
  const { replyToId } = context.activity;
  if (!last.onlyForPresser) await replacePressed(context, last, dependencies);
  else if (replyToId)
    await rememberShown(context.activity, { reply: last, activityId: replyToId }, dependencies);
  await invokeResponse(context, cardBody(last.card));
}
