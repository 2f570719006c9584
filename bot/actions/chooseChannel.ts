import { channelDecidedCard, channelQuestionCard } from '../../cards/channel/reviewersChannel.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
import { welcomeToChannel } from '../replies/postInChannel.ts';
import type { ChatContext } from '../routes/chatContext.ts';

type Press<V extends Action['verb']> = Extract<Action, { verb: V }>;

/** D16: nothing about claims is said here. A reviewer is offered the channel if none has been chosen yet. */
export async function answerElsewhere(interaction: Interaction, chat: ChatContext): Promise<void> {
  const { actor, chatKind, reader, replies } = interaction;
  const { reviewersChannel, activity } = chat;
  const refuse = (key: 'notInGroupChat' | 'mentionedByPartner' | 'notInThisChannel'): void => {
    interaction.reportRefusal('foreignPlace');
    say(interaction, messageText(key, {}, reader));
  };
  if (chatKind === 'groupChat') return refuse('notInGroupChat');
  if (!belongsInChannel(actor.kind)) return refuse('mentionedByPartner');
  const isChosen = reviewersChannel.isSet || (await reviewersChannel.contact()).address !== undefined;
  if (isChosen) return refuse('notInThisChannel');
  await reviewersChannel.propose(activity);
  const question = { askedIn: 'newChannel', channel: chat.conversation, name: '', by: actor.name } as const;
  replies.push({ kind: 'card', card: channelQuestionCard(question, reader) });
}

/** A reviewer has decided where claims are posted. Both channels are told. */
export async function moveChannel(
  interaction: Interaction,
  { channel }: Press<'channel.move'>,
  chat: ChatContext,
): Promise<void> {
  const { actor, reader, chatKind, replies } = interaction;
  const { reviewersChannel } = chat;
  if (!belongsInChannel(actor.kind)) return unchanged(interaction);
  const before = await reviewersChannel.contact();
  const proposed = await reviewersChannel.proposed(channel);
  const moved = proposed !== undefined && (await reviewersChannel.moveTo(channel, chatKind));
  if (!moved) return unchanged(interaction);
  const decided = { moved, name: proposed.name ?? '', by: actor.name };
  const welcome = welcomeToChannel(actor.name, reader);
  if (chatKind === 'otherChannel') {
    replies.push({ kind: 'card', card: welcome });
    return;
  }
  replies.push({ kind: 'card', card: channelDecidedCard(decided, reader) });
  await chat.post(proposed, welcome);
  if (chatKind === 'ownChat' && before.address)
    await chat.post(before.address, channelDecidedCard(decided, reader));
}

/** A reviewer has decided that claims stay where they are posted now. */
export async function keepChannel(
  interaction: Interaction,
  { channel }: Press<'channel.keep'>,
  { reviewersChannel }: ChatContext,
): Promise<void> {
  const { actor, reader, chatKind, replies } = interaction;
  const proposed = await reviewersChannel.proposed(channel);
  const mayDecide = belongsInChannel(actor.kind) && chatKind !== 'otherChannel' && chatKind !== 'groupChat';
  if (!proposed || !mayDecide) return unchanged(interaction);
  await reviewersChannel.keep();
  const card = channelDecidedCard({ moved: false, name: proposed.name ?? '', by: actor.name }, reader);
  replies.push({ kind: 'card', card });
}

function unchanged(interaction: Interaction): void {
  const { actor, chatKind, reader, reportRefusal } = interaction;
  if (!belongsInChannel(actor.kind)) reportRefusal('notAllowed');
  else if (chatKind === 'otherChannel' || chatKind === 'groupChat') reportRefusal('foreignPlace');
  say(interaction, messageText('channelNotMoved', {}, reader));
}
