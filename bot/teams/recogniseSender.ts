import type { TurnContext } from 'botbuilder';
import type { Reader } from '../../cards/kit/card.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import type { AppDependencies } from './appDependencies.ts';
import { actorOf, isPersonal } from './identity.ts';

/** What identifies people, and what records where to reach them. */
export type RecognisingDependencies = Pick<AppDependencies, 'directory' | 'chatAddresses'>;

/** Who sent an activity, and the claims whose alerts did not reach them: shown only in their own chat. */
export interface Sender {
  readonly actor: PersonActor;
  readonly missed: readonly string[];
}

/** Identifies the sender, and records at once where they can be reached. */
export async function recogniseSender(
  context: TurnContext,
  { directory, chatAddresses }: RecognisingDependencies,
): Promise<Sender | undefined> {
  const { activity } = context;
  const [actor, contact] = await Promise.all([
    actorOf(activity, directory),
    chatAddresses.contactOf(activity),
  ]);
  if (!actor) return undefined;
  await chatAddresses.remember(activity, actor, contact.address);
  return { actor, missed: isPersonal(activity) ? (contact.missed ?? []) : [] };
}

/** Replies to a person whom the directory does not know. */
export async function sayUnknown(context: TurnContext, reader: Reader): Promise<void> {
  await context.sendActivity(messageText('unknownPerson', {}, reader));
}
