import type { Activity, TurnContext } from 'botbuilder';
import { messageText } from '../../cards/text/messages.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { postBelow } from './postBelow.ts';
import { ownMessage, replacePressed } from './replacePressed.ts';
import type { CardReply, ReplyDependencies } from './replyDependencies.ts';

/** Answers an Action.Submit, which comes from clients without Action.Execute: the pressed card is updated. */
export async function answerSubmit(
  context: TurnContext,
  interaction: Interaction,
  dependencies: ReplyDependencies,
): Promise<void> {
  for (const reply of interaction.replies) {
    // A press in such a client needs no answer: its card stays as it is.
    if (reply.kind === 'card' && reply.again) continue;
    if (reply.kind !== 'card') {
      await postBelow(context, reply, dependencies);
      continue;
    }
    // In a personal chat nobody else could see the card.
    const { onlyForPresser, ...own } = reply;
    if (!interaction.personal && (onlyForPresser || !(await isOwn(context.activity, own, dependencies)))) {
      const sent = await answerInOwnChat(interaction, own, dependencies);
      const key = sent ? 'answeredInOwnChat' : 'ownChatNeeded';
      await context.sendActivity(messageText(key, { name: interaction.actor.name }, interaction.reader));
      continue;
    }
    const replaced = !own.below && (await replacePressed(context, own, dependencies));
    if (!replaced) await postBelow(context, own, dependencies);
  }
}

/** Whether the pressed message belongs to the claim that is shown now, for everybody. */
const isOwn = async (
  activity: Activity,
  reply: CardReply,
  { shownCards }: ReplyDependencies,
): Promise<boolean> => (await ownMessage(activity, reply, shownCards)) !== undefined;

/** An Action.Submit has no answer that only the presser sees, so private replies go to the person's own chat. */
const answerInOwnChat = (
  interaction: Interaction,
  reply: CardReply,
  dependencies: ReplyDependencies,
): Promise<boolean> =>
  dependencies.inOwnChat(interaction.actor.personId, (ownChat) => postBelow(ownChat, reply, dependencies));
