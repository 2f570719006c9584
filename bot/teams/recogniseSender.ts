import type { TurnContext } from 'botbuilder';
import type { Reader } from '../../cards/kit/card.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { ChatKind } from '../../dialogs/interaction.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
import type { AppDependencies } from './appDependencies.ts';
import { actorOf, isPersonal } from './identity.ts';

/** What identifies people, and what records where to reach them. */
export type RecognisingDependencies = Pick<
  AppDependencies,
  'directory' | 'chatAddresses' | 'reviewersChannel' | 'reportRefusal'
>;

/** Who sent an activity and where, and the claims whose alerts did not reach them: shown only in their own chat. */
export interface Sender {
  readonly actor: PersonActor;
  readonly chatKind: ChatKind;
  readonly missed: readonly string[];
}

/** Identifies the sender, and records at once where they, or the reviewers' channel, can be reached. */
export async function recogniseSender(
  context: TurnContext,
  dependencies: RecognisingDependencies,
): Promise<Sender | undefined> {
  const { activity } = context;
  const { directory, chatAddresses, reviewersChannel, reportRefusal } = dependencies;
  const personal = isPersonal(activity);
  const [actor, contact] = await Promise.all([
    actorOf(activity, directory),
    personal ? chatAddresses.contactOf(activity) : reviewersChannel.contact(),
  ]);
  const chatKind = reviewersChannel.chatKindOf(activity, contact);
  const isKnownThere = reviewersChannel.isSet || (actor !== undefined && belongsInChannel(actor.kind));
  if (chatKind === 'reviewersChannel' && isKnownThere)
    await reviewersChannel.adopt(activity, contact.address);
  if (!actor) {
    reportRefusal('notRecognised');
    return undefined;
  }
  if (personal) await chatAddresses.remember(activity, actor, contact.address);
  return { actor, chatKind, missed: personal ? (contact.missed ?? []) : [] };
}

/** Replies to a person whom the directory does not know. */
export async function sayUnknown(context: TurnContext, reader: Reader): Promise<void> {
  await context.sendActivity(messageText('unknownPerson', {}, reader));
}
