import { type MessageKey, messageText } from '../../cards/text/messages.ts';
import { readTypedCommand, type TypedCommand } from '../../cards/text/typedCommands.ts';
import { openForm } from '../../dialogs/filingState.ts';
import { say } from '../../dialogs/say.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { belongsInChannel, type PersonKind } from '../../services/domain/actors.ts';
import { newClaim } from '../actions/newClaim.ts';
import { openClaim } from '../actions/openClaim.ts';
import { answerQuestion, showHelp } from '../actions/showHelp.ts';
import { showOwnList, showQueueAndHelp, showReviewQueue } from '../actions/showLists.ts';
import type { InputPlace } from './inputPlace.ts';

/** Words in a person's own chat: a command, or a question. */
export async function handleWords(turn: Turn, text: string, place: InputPlace): Promise<void> {
  const command = readTypedCommand(text, turn.reader.locale);
  if (command) return await handleCommand(turn, command, place);
  await handleQuestion(turn, text, place);
}

/** What stands in a channel is read by everybody there: claims only in the reviewers', and only when one of them asks. */
export async function handleMention(turn: Turn, text: string, place: InputPlace): Promise<void> {
  if (!belongsInChannel(turn.actor.kind))
    return say(turn, messageText('mentionedByPartner', {}, turn.reader));
  if (!(await place.isReviewersChannel())) return say(turn, messageText('notInThisChannel', {}, turn.reader));
  const command = readTypedCommand(text, turn.reader.locale);
  if (command) return await handleCommand(turn, command, place);
  if (!answerQuestion(turn, text, { onlyClear: true })) await showQueueAndHelp(turn);
}

async function handleCommand(turn: Turn, command: TypedCommand, place: InputPlace): Promise<void> {
  switch (command.kind) {
    case 'new':
      return await newClaim(turn, place);
    case 'mine':
      return await showOwnList(turn);
    case 'queue':
      return await showReviewQueue(turn);
    case 'open':
      return await openClaim(turn, command, place);
    case 'help':
      return showHelp(turn);
    case 'cancel':
      return await cancel(turn, place);
    case 'thanks':
      return say(turn, messageText('welcome', {}, turn.reader));
  }
}

const notUnderstood = {
  partner: 'notUnderstood',
  reviewer: 'notUnderstoodReviewer',
} as const satisfies Readonly<Record<PersonKind, MessageKey>>;

/** Words that are no command. While a form is open only a clear question is one: the card stays, the answer is below. */
async function handleQuestion(turn: Turn, question: string, { dialogs }: InputPlace): Promise<void> {
  const dc = await dialogs();
  const isFiling = openForm(dc) !== undefined;
  if (answerQuestion(turn, question, { onlyClear: isFiling })) return;
  if (isFiling) {
    await dc.continueDialog();
    return;
  }
  say(turn, messageText(notUnderstood[turn.actor.kind], {}, turn.reader));
}

/** The draft is kept; what is dropped is only where the conversation stood. */
async function cancel(turn: Turn, { dialogs }: InputPlace): Promise<void> {
  const dc = await dialogs();
  const form = openForm(dc);
  if (!form) return say(turn, messageText('nothingToCancel', {}, turn.reader));
  await dc.cancelAllDialogs();
  const { number } = form;
  const text = number
    ? messageText('cancelledDraft', { number }, turn.reader)
    : messageText('cancelled', {}, turn.reader);
  say(turn, text);
}
