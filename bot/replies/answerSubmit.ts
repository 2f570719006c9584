import type { TurnContext } from 'botbuilder';
import { messageText } from '../../cards/text/messages.ts';
import type { Turn } from '../../dialogs/turn.ts';
import type { CardReply, DoorDependencies } from './doorDependencies.ts';
import { postBelow } from './postBelow.ts';
import { replacePressed } from './replacePressed.ts';

/** Answers an Action.Submit, which comes from clients without Action.Execute: the pressed card is updated. */
export async function answerSubmit(
  context: TurnContext,
  turn: Turn,
  dependencies: DoorDependencies,
): Promise<void> {
  for (const reply of turn.replies) {
    if (reply.kind !== 'card') {
      await postBelow(context, reply, dependencies);
      continue;
    }
    // In a personal chat nobody else could see the card.
    const { onlyForPresser, ...own } = reply;
    if (onlyForPresser && !turn.personal) {
      const told = await answerInOwnChat(turn, own, dependencies);
      const key = told ? 'answeredInOwnChat' : 'ownChatNeeded';
      await context.sendActivity(messageText(key, { name: turn.actor.name }, turn.reader));
      continue;
    }
    const replaced = !own.below && (await replacePressed(context, own, dependencies));
    if (!replaced) await postBelow(context, own, dependencies);
  }
}

/** An Action.Submit has no answer that only the presser sees, so private replies go to the person's own chat. */
const answerInOwnChat = (turn: Turn, reply: CardReply, dependencies: DoorDependencies): Promise<boolean> =>
  dependencies.inOwnChat(turn.actor.personId, (ownChat) => postBelow(ownChat, reply, dependencies));
