import type { TurnContext } from 'botbuilder';
import type { AppDependencies } from './appDependencies.ts';
import { beginTurn } from './beginTurn.ts';
import { pressInput } from './pressInput.ts';
import { sayUnknown } from './recogniseSender.ts';
import { runTurn } from './runTurn.ts';
import { whileTyping } from './typing.ts';

/** A button pressed in a client that knows no Execute: it comes as a message, and is answered in the chat. */
export async function onActionSubmit(context: TurnContext, dependencies: AppDependencies): Promise<void> {
  const { door, reader } = dependencies;
  await whileTyping(context, async () => {
    const input = await pressInput(context.activity, reader, (text) => context.sendActivity(text));
    if (!input) return;
    const turn = await beginTurn(context, input, dependencies);
    if (!turn) return await sayUnknown(context, reader);
    await runTurn(turn, { context, placeReplies: door.answerSubmit }, dependencies);
  });
}
