import { savedText } from '../../cards/edit/editedText.ts';
import { editFormCard } from '../../cards/edit/editForm.ts';
import { editMenuCard } from '../../cards/edit/editMenu.ts';
import type { Notice } from '../../cards/kit/card.ts';
import type { Action } from '../../cards/kit/verbs.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { answersIn } from '../../dialogs/filingStep.ts';
import { type Interaction, noticeOf, type Reply } from '../../dialogs/interaction.ts';
import { say } from '../../dialogs/say.ts';
import type { TypedPart } from '../../services/claims/editing/edits.ts';
import type { ClaimView } from '../../services/claims/views.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import { hasUnsavedInput } from '../../services/domain/form/readEdit.ts';
import type { Typed } from '../../services/domain/form/readForms.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';
import { claimReply, refusalReply, savedReply } from '../replies/claimReply.ts';
import { refusedNavigation } from '../replies/refusedNavigation.ts';

/** Shows which parts of the claim can be edited (R89), or the form of one part. */
export async function showEdit(
  interaction: Interaction,
  { number, part }: Extract<Action, { verb: 'claim.edit' }>,
): Promise<void> {
  const claim = await submittedClaim(interaction, number);
  if (!claim) return;
  const view = await interaction.claims.view(interaction.actor, claim);
  if (!view.may.includes('edit')) {
    const refusal: Refusal = mayIssue(interaction.actor, 'edit')
      ? { code: 'wrongStatus', data: { command: 'edit', status: claim.status } }
      : { code: 'notAllowed', data: { command: 'edit' } };
    interaction.replies.push(await refusedNavigation(interaction, number, refusal));
    return;
  }
  const menu: Reply = {
    kind: 'card',
    card: editMenuCard(view, interaction.reader),
    number,
    version: claim.version,
  };
  interaction.replies.push(part ? await editFormReply(interaction, view, { part, typed: {} }) : menu);
}

/** Saves one part. Errors, and changes made meanwhile, are shown on the form together with what was typed. */
export async function saveEdit(
  interaction: Interaction,
  { number, version, part }: Extract<Action, { verb: 'claim.saveEdit' }>,
  typed: Typed,
): Promise<void> {
  const read: TypedPart = { part, typed: answersIn(typed) };
  const target = { number, version, commandId: interaction.commandId };
  const saved = await interaction.claims.edits.save(interaction.actor, target, read);
  if (!saved.ok) return await explain(interaction, number, { refusal: saved.refusal, ...read });
  const { changed } = saved.value;
  const text = savedText(changed, await interaction.claims.names(), interaction.reader);
  interaction.replies.push(await savedReply(interaction, saved.value, { notice: { tone: 'good', text } }));
}

/** Goes back to the claim. What was typed in the form is dropped; the card says so if something was changed. */
export async function leaveEdit(
  interaction: Interaction,
  { number, part }: Extract<Action, { verb: 'claim.leaveEdit' }>,
  typed: Typed,
): Promise<void> {
  const claim = await submittedClaim(interaction, number);
  if (!claim) return;
  const touched = hasUnsavedInput(claim.details, part, answersIn(typed));
  const notice: Notice = { tone: 'warning', text: messageText('editNotSaved', {}, interaction.reader) };
  interaction.replies.push(await claimReply(interaction, claim, touched ? { notice } : {}));
}

async function submittedClaim(interaction: Interaction, number: string): Promise<SubmittedClaim | undefined> {
  const found = await interaction.claims.get(interaction.actor, number);
  if (found.ok && found.value.status !== 'Editing') return found.value;
  const refusal: Refusal = found.ok
    ? { code: 'wrongStatus', data: { command: 'edit', status: found.value.status } }
    : found.refusal;
  say(interaction, refusalText(refusal, interaction.reader));
  return undefined;
}

async function explain(
  interaction: Interaction,
  number: string,
  refused: TypedPart & { readonly refusal: Refusal },
): Promise<void> {
  const { refusal } = refused;
  if (refusal.code === 'notAllowed' || refusal.code === 'notFound') {
    interaction.replies.push(await refusalReply(interaction, number, refusal));
    return;
  }
  const claim = await submittedClaim(interaction, number);
  if (claim)
    interaction.replies.push(
      await editFormReply(interaction, await interaction.claims.view(interaction.actor, claim), refused),
    );
}

/** The form of one part, with what was typed, and why that was refused. */
export async function editFormReply(
  interaction: Interaction,
  view: ClaimView,
  {
    refusal,
    notice: given,
    ...read
  }: TypedPart & { readonly refusal?: Refusal; readonly notice?: Notice | undefined },
): Promise<Reply> {
  const { claim } = view;
  const wrong = refusal?.code === 'fieldErrors' || refusal?.code === 'incomplete';
  const form = await interaction.claims.edits.form(claim, read, { check: wrong });
  const notice = refusal ? noticeFor(interaction, refusal) : given;
  const sideButtons = refusal?.code === 'changedMeanwhile';
  const card = editFormCard(
    { ...view, ...form, part: read.part, sideButtons, ...(notice ? { notice } : {}) },
    interaction.reader,
  );
  return { kind: 'card', card, number: claim.number, version: claim.version, isForm: true };
}

/** Errors of fields are shown at the fields; anything else at the top. */
function noticeFor({ reader }: Interaction, refusal: Refusal): Notice | undefined {
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
