import type { TurnContext } from 'botbuilder';
import type { AppDependencies } from './appDependencies.ts';
import { beginInteraction } from './beginInteraction.ts';
import { pressInput } from './pressInput.ts';
import { sayUnknown } from './recogniseSender.ts';
import { runInteraction } from './runInteraction.ts';
import { whileTyping } from './typing.ts';

/** A button pressed in a client without Action.Execute: it arrives as a message, and is answered in the chat. */
export async function onActionSubmit(context: TurnContext, dependencies: AppDependencies): Promise<void> {
  const { sendReplies, reader } = dependencies;
  await whileTyping(context, async () => {
    const input = await pressInput(context.activity, dependencies, (text) => context.sendActivity(text));
    if (!input) return;
    const interaction = await beginInteraction(context, input, dependencies);
    if (!interaction) return await sayUnknown(context, reader);
    await runInteraction(interaction, { context, placeReplies: sendReplies.answerSubmit }, dependencies);
  });
}
