import type { TurnContext } from 'botbuilder';
import { type RecognisingDependencies, recogniseSender } from './recogniseSender.ts';

/** The bot has been installed or taken away: where the installer can be reached is all that matters of it. */
export async function onInstallationUpdate(
  context: TurnContext,
  dependencies: RecognisingDependencies,
): Promise<void> {
  await recogniseSender(context, dependencies);
}
