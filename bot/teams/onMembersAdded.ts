import type { TurnContext } from 'botbuilder';
import type { AppDependencies } from './appDependencies.ts';
import { onInstalled } from './onInstalled.ts';

/** Somebody has been added to a chat or a channel. If it is the bot, it has been installed there. */
export async function onMembersAdded(context: TurnContext, dependencies: AppDependencies): Promise<void> {
  const { membersAdded, recipient } = context.activity;
  if (membersAdded?.some(({ id }) => id === recipient.id)) await onInstalled(context, dependencies);
}
