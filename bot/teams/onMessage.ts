import type { Activity, TurnContext } from 'botbuilder';
import type { Input } from '../../dialogs/interaction.ts';
import type { SentFile } from '../../services/claims/proof/fetchUpload.ts';
import type { AppDependencies } from './appDependencies.ts';
import { filesIn } from './attachments.ts';
import { beginInteraction } from './beginInteraction.ts';
import { textOf } from './incoming.ts';
import { sayUnknown } from './recogniseSender.ts';
import { runInteraction } from './runInteraction.ts';
import { whileTyping } from './typing.ts';

/** A typed message or files; the answer goes below. */
export async function onMessage(context: TurnContext, dependencies: AppDependencies): Promise<void> {
  const { sendReplies, reader } = dependencies;
  await whileTyping(context, async (showTyping) => {
    const interaction = await beginInteraction(
      context,
      ({ personId, name }) => {
        const files = filesIn(context.activity, { id: personId, name }, dependencies);
        return messageInput(context.activity, files, showTyping);
      },
      dependencies,
    );
    if (!interaction) return await sayUnknown(context, reader);
    await runInteraction(interaction, { context, placeReplies: sendReplies.answerMessage }, dependencies);
  });
}

/** The message's files, otherwise its text. Storing a file takes long, so "is typing" is shown meanwhile. */
function messageInput(activity: Activity, announced: readonly SentFile[], showTyping: () => void): Input {
  if (announced.length === 0) return { kind: 'text', text: textOf(activity) };
  const files = announced.map((file) => ({
    ...file,
    storeFile: (fileId: string) => {
      showTyping();
      return file.storeFile(fileId);
    },
  }));
  return { kind: 'files', files, words: textOf(activity) };
}
