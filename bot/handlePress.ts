import { besideFilter, readFilter } from '../cards/listFilter.ts';
import { messageText } from '../cards/text/messages.ts';
import type { Action } from '../cards/verbs.ts';
import { type FilingPress, isFilingPress } from '../dialogs/fileClaimDialog.ts';
import { keepToPresser, say, standBelow } from '../dialogs/say.ts';
import { holdsText, type Turn, typedIn } from '../dialogs/turn.ts';
import { belongsInChannel } from '../services/directory/actors.ts';
import { beginFiling, mayFile, personalOnly } from './actions/beginFiling.ts';
import { commandClaim, isCommandPress } from './actions/commandClaim.ts';
import { copyIds } from './actions/copyIds.ts';
import { leaveEdit, saveEdit, showEdit } from './actions/editClaim.ts';
import { deleteDraft, resumeDraft, showKeeper, takeOverDraft } from './actions/keepDraft.ts';
import { newClaim, newClaimFor, newClaimFrom } from './actions/newClaim.ts';
import { offerTemplate } from './actions/offerTemplate.ts';
import { openClaim, showHistory } from './actions/openClaim.ts';
import { openProof } from './actions/openProof.ts';
import { addFilesToClaim, askAgain, discardFiles } from './actions/placeFiles.ts';
import { showContest } from './actions/showContest.ts';
import { showHelp } from './actions/showHelp.ts';
import { showMyClaims, showReviewQueue } from './actions/showLists.ts';
import { type InputPlace, shownIn } from './inputPlace.ts';

type OtherPress = Exclude<Action, FilingPress>;

/** Where every press goes. In a channel only a reviewer's command changes the card that all see. */
export async function handlePress(turn: Turn, action: Action, place: InputPlace): Promise<void> {
  if (isFilingPress(action)) await handleFiling(turn, action, place);
  else if (isLook(action)) await look(turn, action, place);
  else await handleOther(turn, action, place);
  const forAll = isCommandPress(action) && belongsInChannel(turn.actor.kind);
  if (!turn.personal && !forAll) keepToPresser(turn);
}

/** A press names its draft and step itself, so that it works when the dialog was lost, or is at another draft. */
async function handleFiling(turn: Turn, action: FilingPress, place: InputPlace): Promise<void> {
  if (!personalOnly(turn)) return;
  if (!action.number && !(await mayFile(turn))) return;
  if (action.verb === 'claim.goTo' && (await showKeeper(turn, action.number))) return;
  const number = action.number ? { number: action.number } : {};
  const step = 'step' in action ? { step: action.step } : {};
  await beginFiling(place, { ...number, ...step, takeUp: false });
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

/**
 * What is typed on the pressed card stays there: what was asked for stands below it, in a channel it has to wait. An
 * answer on which it stands too needs no second card.
 */
async function look(turn: Turn, action: OtherPress, place: InputPlace): Promise<void> {
  const isWriting = holdsText(besideFilter(typedIn(turn)));
  if (isWriting && !turn.personal) return say(turn, messageText('formOpen', {}, turn.reader));
  await handleOther(turn, action, place);
  const isKept = turn.replies.some((reply) => reply.kind === 'card' && reply.keepsTyped);
  if (isWriting && !isKept) standBelow(turn);
}

async function handleOther(turn: Turn, action: OtherPress, place: InputPlace): Promise<void> {
  switch (action.verb) {
    case 'claim.new':
      return await newClaim(turn, place, action);
    case 'claim.resume':
      return await resumeDraft(turn, action, place);
    case 'draft.takeOver':
      return await takeOverDraft(turn, action, place);
    case 'draft.delete':
      return await deleteDraft(turn, action, place);
    case 'claim.list':
      return await showMyClaims(turn, action);
    case 'claim.filter':
      return await showMyClaims(turn, { filter: readFilter(typedIn(turn)) });
    case 'review.queue':
      return await showReviewQueue(turn, action);
    case 'claim.open':
      return await openClaim(turn, action, place);
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
