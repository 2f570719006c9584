import { type MessageKey, messageText } from '../../cards/text/messages.ts';
import { readTypedCommand, type TypedCommand } from '../../cards/text/typedCommands.ts';
import { openForm } from '../../dialogs/filingState.ts';
import type { Interaction } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import { belongsInChannel, type PersonKind } from '../../services/domain/actors.ts';
import { newClaim } from '../actions/newClaim.ts';
import { openClaim } from '../actions/openClaim.ts';
import { answerQuestion, showHelp } from '../actions/showHelp.ts';
import { showOwnList, showQueueAndHelp, showReviewQueue } from '../actions/showLists.ts';
import type { ChatContext } from './chatContext.ts';

/** A typed message in a person's own chat: a command, or a question. */
export async function handleWords(interaction: Interaction, text: string, chat: ChatContext): Promise<void> {
  const command = readTypedCommand(text, interaction.reader.locale);
  if (command) return await handleCommand(interaction, command, chat);
  await handleQuestion(interaction, text, chat);
}

/** Everybody in a channel reads its messages: claims are shown only in the reviewers' channel, if a reviewer asks. */
export async function handleMention(
  interaction: Interaction,
  text: string,
  chat: ChatContext,
): Promise<void> {
  if (!belongsInChannel(interaction.actor.kind)) {
    interaction.reportRefusal('notAllowed');
    return say(interaction, messageText('mentionedByPartner', {}, interaction.reader));
  }
  const command = readTypedCommand(text, interaction.reader.locale);
  if (command) return await handleCommand(interaction, command, chat);
  if (!answerQuestion(interaction, text, { onlyClear: true })) await showQueueAndHelp(interaction);
}

async function handleCommand(
  interaction: Interaction,
  command: TypedCommand,
  chat: ChatContext,
): Promise<void> {
  switch (command.kind) {
    case 'new':
      return await newClaim(interaction, chat);
    case 'mine':
      return await showOwnList(interaction);
    case 'queue':
      return await showReviewQueue(interaction);
    case 'open':
      return await openClaim(interaction, command, chat);
    case 'help':
      return showHelp(interaction);
    case 'cancel':
      return await cancel(interaction, chat);
    case 'thanks':
      return say(interaction, messageText('welcome', {}, interaction.reader));
  }
}

const notUnderstood = {
  partner: 'notUnderstood',
  reviewer: 'notUnderstoodReviewer',
} as const satisfies Readonly<Record<PersonKind, MessageKey>>;

/** A typed message that is no command. While a form is open, only a clear question is answered, below its card. */
async function handleQuestion(
  interaction: Interaction,
  question: string,
  { dialogs }: ChatContext,
): Promise<void> {
  const dc = await dialogs();
  const isFiling = openForm(dc) !== undefined;
  if (answerQuestion(interaction, question, { onlyClear: isFiling })) return;
  if (isFiling) {
    await dc.continueDialog();
    return;
  }
  say(interaction, messageText(notUnderstood[interaction.actor.kind], {}, interaction.reader));
}

/** The draft is kept; only the position in the form is dropped. */
async function cancel(interaction: Interaction, { dialogs }: ChatContext): Promise<void> {
  const dc = await dialogs();
  const form = openForm(dc);
  if (!form) return say(interaction, messageText('nothingToCancel', {}, interaction.reader));
  await dc.cancelAllDialogs();
  const { number } = form;
  const text = number
    ? messageText('cancelledDraft', { number }, interaction.reader)
    : messageText('cancelled', {}, interaction.reader);
  say(interaction, text);
}
