// Above 200 lines: where every press, word and file goes, read together.

import type { DialogContext } from 'botbuilder-dialogs';
import { besideFilter, readFilter } from '../cards/listFilter.ts';
import { openDraftsCard } from '../cards/openDrafts.ts';
import { messageText } from '../cards/text/messages.ts';
import { refusalText } from '../cards/text/refusal.ts';
import { readTypedCommand, type TypedCommand } from '../cards/text/typedCommands.ts';
import type { Action } from '../cards/verbs.ts';
import {
  FileClaimDialog,
  type FilingOptions,
  type FilingPress,
  isFilingPress,
} from '../dialogs/fileClaimDialog.ts';
import { holdsText, type Turn, typedIn } from '../dialogs/turn.ts';
import type { FilingStep } from '../services/claims/answers.ts';
import type { FileFocus } from '../services/claims/fileFocus.ts';
import { mayIssue } from '../services/claims/lifecycle.ts';
import { commandClaim, isCommandPress } from './actions/commandClaim.ts';
import { copyIds } from './actions/copyIds.ts';
import { leaveEdit, saveEdit, showEdit } from './actions/editClaim.ts';
import { deleteDraft, showKeeper, takeOverDraft } from './actions/keepDraft.ts';
import { offerTemplate } from './actions/offerTemplate.ts';
import { openClaim, showHistory } from './actions/openClaim.ts';
import { openProof } from './actions/openProof.ts';
import { addFilesToClaim, askAgain, discardFiles } from './actions/placeFiles.ts';
import { showContest } from './actions/showContest.ts';
import { answerQuestion, showHelp } from './actions/showHelp.ts';
import { showMyClaims, showQueueAndHelp, showReviewQueue } from './actions/showLists.ts';
import { refusalReply } from './claimReply.ts';
import { handleFiles, shownIn } from './handleFiles.ts';

/** What one input needs beside its turn. */
export interface InputPlace {
  readonly dc: DialogContext;
  readonly focus: FileFocus;
  readonly conversation: string;
  /** Whether claims may be spoken about in this channel (R53). */
  readonly isReviewersChannel: () => Promise<boolean>;
}

/** Where every press, word and file goes. */
export async function handleInput(turn: Turn, place: InputPlace): Promise<void> {
  const { input } = turn;
  if (input.kind === 'press') {
    await handlePress(turn, input.action, place);
    const forAll = isCommandPress(input.action) && turn.actor.kind === 'reviewer';
    if (!turn.personal && !forAll) keepToPresser(turn);
    return;
  }
  if (input.kind === 'files') return await handleFiles(turn, input.files, place);
  if (!turn.personal) return await handleMention(turn, input.text, place);
  const command = readTypedCommand(input.text, turn.reader.locale);
  if (command) return await handleWords(turn, command, place);
  await handleQuestion(turn, input.text, place);
}

/** Words that are no command. While a form is open only a clear question is one: the card stays, the answer is below. */
async function handleQuestion(turn: Turn, question: string, { dc }: InputPlace): Promise<void> {
  const formOpen = dc.activeDialog !== undefined;
  if (answerQuestion(turn, question, { onlyClear: formOpen })) return;
  if (formOpen) {
    await dc.continueDialog();
    return;
  }
  const key = turn.actor.kind === 'reviewer' ? 'notUnderstoodReviewer' : 'notUnderstood';
  say(turn, messageText(key, {}, turn.reader));
}

async function handlePress(turn: Turn, action: Action, place: InputPlace): Promise<void> {
  const typed = typedIn(turn);
  if (isFilingPress(action)) {
    if (!turn.personal) return say(turn, messageText('onlyInPersonalChat', {}, turn.reader));
    if (!action.number && !mayFile(turn)) return;
    if (action.verb === 'claim.goTo' && (await showKeeper(turn, action.number))) return;
    const step = 'step' in action && action.verb !== 'claim.goTo' ? { step: action.step } : {};
    const number = action.number ? { number: action.number } : {};
    return await begin(place, { ...number, ...step, takeUp: false });
  }
  const isWriting = holdsText(besideFilter(typed));
  if (!turn.personal && isLook(action) && isWriting) {
    return say(turn, messageText('formOpen', {}, turn.reader));
  }
  await handleOther(turn, action, place);
  if (isLook(action) && isWriting) standBelow(turn);
}

async function handleOther(
  turn: Turn,
  action: Exclude<Action, FilingPress>,
  place: InputPlace,
): Promise<void> {
  switch (action.verb) {
    case 'claim.new':
      return await newClaim(turn, place, action.fresh === true);
    case 'claim.resume':
      return await resume(turn, action, place);
    case 'draft.takeOver':
    case 'draft.delete':
      return await handleDraft(turn, action, place);
    case 'claim.list':
      return await showMyClaims(turn, action);
    case 'claim.filter':
      return await showMyClaims(turn, { filter: readFilter(typedIn(turn)) });
    case 'review.queue':
      return await showReviewQueue(turn, action);
    case 'claim.open':
      return await open(turn, action, place);
    case 'claim.again':
      return await newClaimFrom(turn, action.number, place);
    case 'claim.edit':
      return await showEdit(turn, action);
    case 'claim.saveEdit':
      return await saveEdit(turn, action, typedIn(turn));
    case 'claim.leaveEdit':
      return await leaveEdit(turn, action, typedIn(turn));
    case 'claim.history':
      return await showHistory(turn, action);
    case 'claim.copyIds':
      return await copyIds(turn, action);
    case 'proof.open':
      return await openProof(turn, action);
    case 'proof.template':
      return await offerTemplate(turn, action);
    case 'contest.open':
      return await showContest(turn, action);
    case 'file.add':
      return await addFilesToClaim(turn, action, await shownIn(place));
    case 'file.ask':
      return await askAgain(turn, action, await shownIn(place));
    case 'file.newClaim':
      return await newClaimFor(turn, action.files, place);
    case 'file.discard':
      return await discardFiles(turn, action);
    case 'help.open':
      showHelp(turn, action.topic);
      return action.below && turn.personal ? standBelow(turn) : undefined;
    default:
      return await commandClaim(turn, action, typedIn(turn));
  }
}

/** Goes on with a draft: where its form stood, or at the first open step; a colleague's only once it is taken over. */
async function resume(
  turn: Turn,
  { number, step }: { readonly number: string; readonly step?: FilingStep },
  place: InputPlace,
): Promise<void> {
  if (await showKeeper(turn, number)) return;
  await begin(place, { number, ...(step ? { step } : {}), takeUp: true });
}

async function handleDraft(
  turn: Turn,
  action: Extract<Action, { verb: 'draft.takeOver' | 'draft.delete' }>,
  place: InputPlace,
): Promise<void> {
  if (!turn.personal) return say(turn, messageText('onlyInPersonalChat', {}, turn.reader));
  const { number } = action;
  if (action.verb === 'draft.takeOver') {
    if (await takeOverDraft(turn, number)) await begin(place, { number, takeUp: true });
    return;
  }
  const { dc } = place;
  const active = dc.activeDialog?.state as { number?: string } | undefined;
  if ((await deleteDraft(turn, action)) && active?.number === number) await dc.cancelAllDialogs();
}

/** Buttons that lead to another card altogether. */
const isLook = ({ verb }: Action): boolean =>
  [
    'claim.new',
    'claim.list',
    'review.queue',
    'claim.edit',
    'claim.again',
    'claim.history',
    'contest.open',
    'help.open',
  ].includes(verb);

/** Something is typed on the pressed card: it stays, and what was asked for stands below. */
function standBelow({ replies }: Turn): void {
  replies.splice(
    0,
    replies.length,
    ...replies.map((reply) => (reply.kind === 'card' ? { ...reply, below: true } : reply)),
  );
}

/** What stands in a channel is read by everybody there: claims only in the reviewers', and only when one of them asks. */
async function handleMention(turn: Turn, text: string, place: InputPlace): Promise<void> {
  if (turn.actor.kind !== 'reviewer') return say(turn, messageText('mentionedByPartner', {}, turn.reader));
  if (!(await place.isReviewersChannel())) return say(turn, messageText('notInThisChannel', {}, turn.reader));
  const command = readTypedCommand(text, turn.reader.locale);
  if (command) return await handleWords(turn, command, place);
  if (!answerQuestion(turn, text, { onlyClear: true })) await showQueueAndHelp(turn);
}

async function handleWords(turn: Turn, command: TypedCommand, place: InputPlace): Promise<void> {
  switch (command.kind) {
    case 'new':
      return await newClaim(turn, place, false);
    case 'mine':
      return turn.actor.kind === 'reviewer' ? await showReviewQueue(turn) : await showMyClaims(turn);
    case 'queue':
      return await showReviewQueue(turn);
    case 'open':
      return await open(turn, { verb: 'claim.open', number: command.number }, place);
    case 'help':
      return showHelp(turn);
    case 'cancel':
      return await cancel(turn, place);
    case 'thanks':
      return say(turn, messageText('welcome', {}, turn.reader));
  }
}

/** A second `new claim` while drafts are open asks which to go on with. */
async function newClaim(turn: Turn, place: InputPlace, fresh: boolean): Promise<void> {
  if (!mayFile(turn)) return;
  if (!turn.personal) return say(turn, messageText('onlyInPersonalChat', {}, turn.reader));
  const drafts = fresh ? [] : await turn.claims.lists.openDrafts(turn.actor);
  if (drafts.length === 0) return await begin(place, { step: 'customer', takeUp: true });
  turn.replies.push({
    kind: 'card',
    card: openDraftsCard(
      { drafts: drafts.map((draft) => turn.claims.lists.listed(draft, turn.actor)) },
      turn.reader,
    ),
  });
}

/** D14: another draft, filled in from a claim; it opens at its first open step. */
async function newClaimFrom(turn: Turn, number: string, place: InputPlace): Promise<void> {
  if (!turn.personal) return say(turn, messageText('onlyInPersonalChat', {}, turn.reader));
  const begun = await turn.claims.beginAgain(turn.actor, number, turn.commandId);
  if (begun.ok) {
    await begin(place, { number: begun.value.number, takeUp: true });
    // The reason of a rejection is read beside the form.
    return standBelow(turn);
  }
  const { refusal } = begun;
  if (refusal.code === 'alreadySubmitted') return say(turn, messageText('againSubmitted', {}, turn.reader));
  turn.replies.push(await refusalReply(turn, number, refusal));
}

/** R98: whether this person may start a claim; who may not has been told whom to ask. */
function mayFile(turn: Turn): boolean {
  if (mayIssue(turn.actor, 'submit')) return true;
  say(
    turn,
    refusalText({ code: 'notAllowed', data: { command: 'submit', side: turn.actor.kind } }, turn.reader),
  );
  return false;
}

async function open(
  turn: Turn,
  action: Extract<Action, { verb: 'claim.open' }>,
  place: InputPlace,
): Promise<void> {
  const claim = await openClaim(turn, action);
  if (claim?.status === 'Editing') await resume(turn, claim, place);
}

/** The draft is kept; what is dropped is only where the conversation stood. */
async function cancel(turn: Turn, { dc }: InputPlace): Promise<void> {
  const state = dc.activeDialog?.state as { number?: string } | undefined;
  if (!state) return say(turn, messageText('nothingToCancel', {}, turn.reader));
  await dc.cancelAllDialogs();
  const { number } = state;
  say(
    turn,
    number
      ? messageText('cancelledDraft', { number }, turn.reader)
      : messageText('cancelled', {}, turn.reader),
  );
}

/** A new claim for files that wait. Its form stands below: until there is a draft, the files can go elsewhere. */
async function newClaimFor(turn: Turn, files: readonly string[], place: InputPlace): Promise<void> {
  if (!mayFile(turn)) return;
  if (!turn.personal) return say(turn, messageText('onlyInPersonalChat', {}, turn.reader));
  await begin(place, { step: 'customer', files, takeUp: true });
  standBelow(turn);
}

/** A press names its draft and step itself, so that it works when the dialog was lost, or is at another draft. */
async function begin({ dc }: InputPlace, options: FilingOptions): Promise<void> {
  const active = dc.activeDialog?.state as { number?: string } | undefined;
  if (active && !options.takeUp && active.number === options.number) {
    await dc.continueDialog();
    return;
  }
  await dc.cancelAllDialogs();
  await dc.beginDialog(FileClaimDialog.id, options);
}

/** Looking something up on a card in a channel changes nobody else's copy. */
function keepToPresser({ replies }: Turn): void {
  replies.splice(
    0,
    replies.length,
    ...replies.map((reply) => (reply.kind === 'card' ? { ...reply, onlyForPresser: true } : reply)),
  );
}

function say(turn: Turn, text: string): void {
  turn.replies.push({ kind: 'text', text });
}
