import type { TurnContext } from 'botbuilder';
import type { AppDependencies } from './appDependencies.ts';
import { withoutThread } from './identity.ts';
import { onInstalled } from './onInstalled.ts';

/** The bot has been installed or removed. After a removal, nobody can be reached there. */
export async function onInstallationUpdate(
  context: TurnContext,
  dependencies: AppDependencies,
): Promise<void> {
  const { activity } = context;
  if (activity.action === 'add') return await onInstalled(context, dependencies);
  if (activity.action !== 'remove') return;
  await dependencies.chatAddresses.forget(activity);
  await dependencies.welcomes.forget(withoutThread(activity.conversation.id));
}
