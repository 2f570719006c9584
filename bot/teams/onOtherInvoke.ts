import { ActivityTypes, type TurnContext } from 'botbuilder';
import { messageText } from '../../cards/text/messages.ts';
import { invokeResponse, messageBody } from '../replies/invokeResponse.ts';
import type { AppDependencies } from './appDependencies.ts';

/** A press without a readable verb, or an invoke that Teams has for other kinds of apps. */
export async function onOtherInvoke(
  context: TurnContext,
  { reader, reportRefusal }: Pick<AppDependencies, 'reader' | 'reportRefusal'>,
): Promise<void> {
  reportRefusal('forged');
  if (context.activity.name === 'adaptiveCard/action') {
    return await invokeResponse(context, messageBody(messageText('unknownPress', {}, reader)));
  }
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400 } });
}
