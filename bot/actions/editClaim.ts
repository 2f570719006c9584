import { savedText } from '../../cards/edit/editedText.ts';
import { editFormCard } from '../../cards/edit/editForm.ts';
import { editMenuCard } from '../../cards/edit/editMenu.ts';
import type { Notice } from '../../cards/kit/card.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { answersIn } from '../../dialogs/filingStep.ts';
import { say } from '../../dialogs/say.ts';
import { noticeOf, type Reply, type Turn } from '../../dialogs/turn.ts';
import type { TypedPart } from '../../services/claims/editing/edits.ts';
import type { ClaimView } from '../../services/claims/views.ts';
import type { FiledClaim } from '../../services/domain/claim.ts';
import { isTouched } from '../../services/domain/form/readEdit.ts';
import type { Typed } from '../../services/domain/form/readForms.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';
import { claimReply, refusalReply, savedReply } from '../replies/claimReply.ts';
import { refusedLook } from '../replies/refusedLook.ts';

/** What of the claim can be edited (R89), or the form of one part of it. */
export async function showEdit(
  turn: Turn,
  { number, part }: Extract<Action, { verb: 'claim.edit' }>,
): Promise<void> {
  const claim = await filedClaim(turn, number);
  if (!claim) return;
  const view = await turn.claims.view(turn.actor, claim);
  if (!view.may.includes('edit')) {
    const refusal: Refusal = mayIssue(turn.actor, 'edit')
      ? { code: 'wrongStatus', data: { command: 'edit', status: claim.status } }
      : { code: 'notAllowed', data: { command: 'edit' } };
    turn.replies.push(await refusedLook(turn, number, refusal));
    return;
  }
  const menu: Reply = { kind: 'card', card: editMenuCard(view, turn.reader), number, version: claim.version };
  turn.replies.push(part ? await formReply(turn, view, { part, typed: {} }) : menu);
}

/** Saves one part; what is wrong, or has come in between, is said on the form with all that was typed on it. */
export async function saveEdit(
  turn: Turn,
  { number, version, part }: Extract<Action, { verb: 'claim.saveEdit' }>,
  typed: Typed,
): Promise<void> {
  const read: TypedPart = { part, typed: answersIn(typed) };
  const target = { number, version, commandId: turn.commandId };
  const saved = await turn.claims.edits.save(turn.actor, target, read);
  if (!saved.ok) return await explain(turn, number, { refusal: saved.refusal, ...read });
  const { changed } = saved.value;
  const text = savedText(changed, await turn.claims.names(), turn.reader);
  turn.replies.push(await savedReply(turn, saved.value, { notice: { tone: 'good', text } }));
}

/** Back to the claim: what stood in the form is not kept, which is said where it matters. */
export async function leaveEdit(
  turn: Turn,
  { number, part }: Extract<Action, { verb: 'claim.leaveEdit' }>,
  typed: Typed,
): Promise<void> {
  const claim = await filedClaim(turn, number);
  if (!claim) return;
  const touched = isTouched(claim.details, part, answersIn(typed));
  const notice: Notice = { tone: 'warning', text: messageText('editNotSaved', {}, turn.reader) };
  turn.replies.push(await claimReply(turn, claim, touched ? { notice } : {}));
}

async function filedClaim(turn: Turn, number: string): Promise<FiledClaim | undefined> {
  const found = await turn.claims.open(turn.actor, number);
  if (found.ok && found.value.status !== 'Editing') return found.value;
  const refusal: Refusal = found.ok
    ? { code: 'wrongStatus', data: { command: 'edit', status: found.value.status } }
    : found.refusal;
  say(turn, refusalText(refusal, turn.reader));
  return undefined;
}

async function explain(
  turn: Turn,
  number: string,
  refused: TypedPart & { readonly refusal: Refusal },
): Promise<void> {
  const { refusal } = refused;
  if (refusal.code === 'notAllowed' || refusal.code === 'notFound') {
    turn.replies.push(await refusalReply(turn, number, refusal));
    return;
  }
  const claim = await filedClaim(turn, number);
  if (claim) turn.replies.push(await formReply(turn, await turn.claims.view(turn.actor, claim), refused));
}

async function formReply(
  turn: Turn,
  view: ClaimView,
  { refusal, ...read }: TypedPart & { readonly refusal?: Refusal },
): Promise<Reply> {
  const { claim } = view;
  const wrong = refusal?.code === 'fieldErrors' || refusal?.code === 'incomplete';
  const form = await turn.claims.edits.form(claim, read, { check: wrong });
  const notice = refusal && noticeFor(turn, refusal);
  const beside = refusal?.code === 'changedMeanwhile';
  const card = editFormCard(
    { ...view, ...form, part: read.part, beside, ...(notice ? { notice } : {}) },
    turn.reader,
  );
  return { kind: 'card', card, number: claim.number, version: claim.version, isForm: true };
}

/** What is wrong at a field stands there; anything else at the top. */
function noticeFor({ reader }: Turn, refusal: Refusal): Notice | undefined {
  switch (refusal.code) {
    case 'fieldErrors':
    case 'incomplete':
      return undefined;
    case 'changedMeanwhile':
      return { tone: 'warning', text: messageText('editMeanwhile', {}, reader) };
    case 'nothingEdited':
      return { tone: 'warning', text: refusalText(refusal, reader) };
    case 'wrongStatus':
      return {
        tone: 'attention',
        text: messageText('editClosed', { reason: refusalText(refusal, reader) }, reader),
      };
    default:
      return noticeOf(refusal, reader);
  }
}
