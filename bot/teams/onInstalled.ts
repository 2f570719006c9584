import type { TurnContext } from 'botbuilder';
import { channelQuestionCard } from '../../cards/channel/reviewersChannel.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
import { welcomeReply } from '../actions/greet.ts';
import { cardMessage } from '../replies/cardMessage.ts';
import { welcomeToChannel } from '../replies/postInChannel.ts';
import { showMissedClaims } from '../replies/showMissedClaims.ts';
import type { AppDependencies } from './appDependencies.ts';
import { newInteraction } from './beginInteraction.ts';
import { withoutThread } from './identity.ts';
import { recogniseSender, type Sender } from './recogniseSender.ts';

/**
 * The bot has been added to a chat, a team or a group: whoever did it reads what that means. Teams reports it as one of
 * two kinds of activity, or as both.
 */
export async function onInstalled(context: TurnContext, dependencies: AppDependencies): Promise<void> {
  const { activity } = context;
  const sender = await recogniseSender(context, dependencies);
  if (!(await dependencies.welcomes.isFirst(withoutThread(activity.conversation.id)))) return;
  const { reader, reviewersChannel } = dependencies;
  const say = (key: Said) => context.sendActivity(messageText(key, {}, reader));
  const chatKind =
    sender?.chatKind ?? reviewersChannel.chatKindOf(activity, await reviewersChannel.contact());
  if (chatKind === 'groupChat') await say('addedToGroup');
  else if (chatKind === 'ownChat' && sender) await welcomePerson(context, sender, dependencies);
  else if (chatKind === 'ownChat') await say('unknownPerson');
  else if (chatKind === 'reviewersChannel') await welcomeChannel(context, sender?.actor, dependencies);
  else if (!sender) await say('addedByStranger');
  else if (!belongsInChannel(sender.actor.kind)) await say('addedByPartner');
  else await chooseChannel(context, sender.actor, dependencies);
}

/** What is said where nothing else is done. */
type Said =
  | 'unknownPerson'
  | 'addedToGroup'
  | 'addedByPartner'
  | 'addedByStranger'
  | 'channelIsSet'
  | 'channelAskedThere'
  | 'channelAskedYou'
  | 'channelAskUnknown';

/** Also shows what was missed while the bot was removed. */
async function welcomePerson(
  context: TurnContext,
  sender: Sender,
  dependencies: AppDependencies,
): Promise<void> {
  const welcome = welcomeReply(sender.actor, dependencies.reader);
  if (welcome.kind === 'card') await context.sendActivity(cardMessage(welcome.card));
  const input = { kind: 'text', text: '' } as const;
  await showMissedClaims(context, newInteraction(context, { ...sender, input }, dependencies), dependencies);
}

async function welcomeChannel(
  context: TurnContext,
  actor: PersonActor | undefined,
  { reader }: AppDependencies,
): Promise<void> {
  await context.sendActivity(cardMessage(welcomeToChannel(actor?.name ?? '', reader)));
}

/** D16: the first channel becomes the reviewers' at once; another only after a reviewer has confirmed it. */
async function chooseChannel(
  context: TurnContext,
  actor: PersonActor,
  dependencies: AppDependencies,
): Promise<void> {
  const { reader, reviewersChannel, postInChannel, inOwnChat } = dependencies;
  const { activity } = context;
  const say = (key: Said) => context.sendActivity(messageText(key, {}, reader));
  if (reviewersChannel.isSet) return void (await say('channelIsSet'));
  const known = await reviewersChannel.contact();
  if (!known.address) {
    await reviewersChannel.adopt(activity, undefined);
    return await welcomeChannel(context, actor, dependencies);
  }
  await reviewersChannel.propose(activity);
  const channel = withoutThread(activity.conversation.id);
  const name = (await reviewersChannel.proposed(channel))?.name ?? '';
  const asked = { channel, name, by: actor.name };
  const inPresent = channelQuestionCard({ ...asked, askedIn: 'presentChannel' }, reader);
  const isGone = reviewersChannel.isGone(known);
  if (!isGone && (await postInChannel(known.address, inPresent)))
    return void (await say('channelAskedThere'));
  const question = channelQuestionCard({ ...asked, askedIn: 'ownChat' }, reader);
  const reached =
    isGone && (await inOwnChat(actor.personId, (chat) => chat.sendActivity(cardMessage(question))));
  await say(reached ? 'channelAskedYou' : isGone ? 'channelAskUnknown' : 'channelAskedThere');
}
