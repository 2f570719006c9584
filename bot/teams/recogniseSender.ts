import type { TurnContext } from 'botbuilder';
import type { Reader } from '../../cards/kit/card.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import type { AppDependencies } from './appDependencies.ts';
import { actorOf } from './identity.ts';

/** What identifies people, and what records where to reach them. */
export type RecognisingDependencies = Pick<AppDependencies, 'directory' | 'chatAddresses'>;

/** Identifies the sender, and records at once where they can be reached. */
export async function recogniseSender(
  context: TurnContext,
  { directory, chatAddresses }: RecognisingDependencies,
): Promise<PersonActor | undefined> {
  const { activity } = context;
  const [actor, known] = await Promise.all([actorOf(activity, directory), chatAddresses.find(activity)]);
  if (actor) await chatAddresses.remember(activity, actor, known);
  return actor;
}

/** Replies to a person whom the directory does not know. */
export async function sayUnknown(context: TurnContext, reader: Reader): Promise<void> {
  await context.sendActivity(messageText('unknownPerson', {}, reader));
}
