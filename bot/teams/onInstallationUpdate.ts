import type { TurnContext } from 'botbuilder';
import { type RecognisingDependencies, recogniseSender } from './recogniseSender.ts';

/** The bot has been installed or removed. Only the address of the person who did it is recorded. */
export async function onInstallationUpdate(
  context: TurnContext,
  dependencies: RecognisingDependencies,
): Promise<void> {
  await recogniseSender(context, dependencies);
}
