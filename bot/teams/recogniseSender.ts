import type { TurnContext } from 'botbuilder';
import type { Reader } from '../../cards/kit/card.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import type { AppDependencies } from './appDependencies.ts';
import { actorOf } from './identity.ts';

/** By what people are recognised, and where it is kept how to reach them. */
export type RecognisingDependencies = Pick<AppDependencies, 'directory' | 'chatAddresses'>;

/** Who it is; where they can be reached is kept the moment it is seen. */
export async function recogniseSender(
  context: TurnContext,
  { directory, chatAddresses }: RecognisingDependencies,
): Promise<PersonActor | undefined> {
  const actor = await actorOf(context.activity, directory);
  if (actor) await chatAddresses.remember(context.activity, actor);
  return actor;
}

/** What somebody is told whom the directory does not know. */
export async function sayUnknown(context: TurnContext, reader: Reader): Promise<void> {
  await context.sendActivity(messageText('unknownPerson', {}, reader));
}
