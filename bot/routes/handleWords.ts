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

/** A typed message in a person's own chat: a command, or a question. */
export async function handleWords(turn: Turn, text: string, place: InputPlace): Promise<void> {
  const command = readTypedCommand(text, turn.reader.locale);
  if (command) return await handleCommand(turn, command, place);
  await handleQuestion(turn, text, place);
}

/** Everybody in a channel reads its messages: claims are shown only in the reviewers' channel, if a reviewer asks. */
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

/** A typed message that is no command. While a form is open, only a clear question is answered, below its card. */
async function handleQuestion(turn: Turn, question: string, { dc }: InputPlace): Promise<void> {
  const isFiling = openForm(dc) !== undefined;
  if (answerQuestion(turn, question, { onlyClear: isFiling })) return;
  if (isFiling) {
    await dc.continueDialog();
    return;
  }
  say(turn, messageText(notUnderstood[turn.actor.kind], {}, turn.reader));
}

/** The draft is kept; only the position in the form is dropped. */
async function cancel(turn: Turn, { dc }: InputPlace): Promise<void> {
  const form = openForm(dc);
  if (!form) return say(turn, messageText('nothingToCancel', {}, turn.reader));
  await dc.cancelAllDialogs();
  const { number } = form;
  const text = number
    ? messageText('cancelledDraft', { number }, turn.reader)
    : messageText('cancelled', {}, turn.reader);
  say(turn, text);
}
