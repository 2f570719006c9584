import type { TurnContext } from 'botbuilder';
import type { Reply } from '../../dialogs/interaction.ts';
import { postBelow } from './postBelow.ts';
import { updatePressed } from './replacePressed.ts';
import type { ReplyDependencies } from './replyDependencies.ts';

/** Answers the response to an offered file. The offer is deleted or becomes a text, so that nobody responds twice. */
export async function answerConsent(
  context: TurnContext,
  reply: Reply,
  dependencies: Pick<ReplyDependencies, 'shownCards' | 'logger'>,
): Promise<void> {
  const { logger } = dependencies;
  const { replyToId } = context.activity;
  if (reply.kind === 'text' && (await updatePressed(context, { type: 'message', text: reply.text }, logger)))
    return;
  await postBelow(context, reply, dependencies);
  if (reply.kind === 'text' || !replyToId) return;
  await context.deleteActivity(replyToId).catch((error: unknown) => {
    logger.warn({ err: error }, 'the offer of a file could not be taken away');
  });
}
