import { type ClaimCardView, type ClaimForm, claimCard } from '../../cards/claim/claim.ts';
import { continuedCard } from '../../cards/filing/filing.ts';
import { hasInputs, type Notice } from '../../cards/kit/card.ts';
import { shorten } from '../../cards/text/markdown.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import { type Interaction, noticeOf, type Reply } from '../../dialogs/interaction.ts';
import type { Executed } from '../../services/claims/execute.ts';
import type { ClaimView } from '../../services/claims/views.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import type { CommandName } from '../../services/domain/command.ts';
import { limits } from '../../services/domain/limits.ts';
import type { Refusal } from '../../services/domain/refusal.ts';
import { mayIssue } from '../../services/domain/rules/moves.ts';

/** What a claim's card shows besides the claim: an event, a form, errors, and what was typed. */
export type ClaimExtras = Omit<ClaimCardView, keyof ClaimView>;

/** The command that each form issues. */
export const commandOf: Readonly<Record<ClaimForm, CommandName>> = {
  answer: 'resubmit',
  comment: 'comment',
  requestInformation: 'requestInformation',
  reject: 'reject',
  confirmReject: 'reject',
  confirmApprove: 'approve',
};

/** The card of a submitted claim as this person may see it. */
export async function claimReply(
  interaction: Interaction,
  claim: SubmittedClaim,
  extras: ClaimExtras = {},
): Promise<Reply> {
  const { claims, actor } = interaction;
  const [view, question] = await Promise.all([
    claims.view(actor, claim),
    extras.form === 'confirmApprove' ? approveQuestion(interaction, claim) : {},
  ]);
  return viewReply(interaction, view, { ...extras, ...question });
}

/** D15: what the question whether to approve says beside the claim. */
async function approveQuestion({ claims, actor }: Interaction, claim: SubmittedClaim): Promise<ClaimExtras> {
  return { opened: await claims.openedFiles.openedBy(actor, claim) };
}

/** The card of a claim after a command, made from what the command saved. */
export async function savedReply(
  interaction: Interaction,
  { claim, slots }: Executed,
  extras: ClaimExtras = {},
): Promise<Reply> {
  return viewReply(interaction, await interaction.claims.view(interaction.actor, claim, slots), extras);
}

/** The card of a claim whose view has been loaded. */
export function viewReply(interaction: Interaction, view: ClaimView, extras: ClaimExtras = {}): Reply {
  const { claim } = view;
  const { form, ...others } = extras;
  // The claim may have reached a status without this form; then the typed text is put into a comment.
  const wordsLeft = (extras.typed?.comment ?? '') !== '' && view.may.includes('comment');
  const instead = wordsLeft ? ('comment' as const) : undefined;
  const shown = form && !view.may.includes(commandOf[form]) ? instead : form;
  const notice = view.may.includes('comment') ? others.notice : withUnsent(interaction, others);
  const card = claimCard(
    {
      ...view,
      collapsed: !interaction.personal,
      ...others,
      ...(notice ? { notice } : {}),
      ...(shown ? { form: shown } : {}),
    },
    interaction.reader,
  );
  return {
    kind: 'card',
    card,
    number: claim.number,
    version: claim.version,
    ...(shown && hasInputs(card) ? { isForm: true } : {}),
    stub: continuedCard({ number: claim.number, title: claim.details.claimName }, interaction.reader),
  };
}

/** If comments are no longer possible, the typed text is added to the notice that says why it was not sent. */
function withUnsent({ reader }: Interaction, { notice, typed }: ClaimExtras): Notice | undefined {
  const text = typed?.comment?.trim() ?? '';
  if (!notice || text === '') return notice;
  const unsent = messageText('notSent', { text: shorten(text, limits.comment) }, reader);
  return { ...notice, text: `${notice.text}\n\n${unsent}` };
}

/** A form hides who is reviewing the claim. If it is a colleague, the notice above the form names them (R98). */
function withReviewer(
  { actor, reader }: Interaction,
  claim: SubmittedClaim,
  { notice, form }: ClaimExtras & { readonly notice: Notice },
): Notice {
  const isColleagues =
    form !== undefined && claim.status === 'UnderReview' && claim.reviewer.id !== actor.personId;
  if (!isColleagues || !mayIssue(actor, 'takeOverReview')) return notice;
  const text = messageText('reviewIsWith', { name: claim.reviewer.name }, reader);
  return { ...notice, text: `${notice.text} ${text}` };
}

/** The claim's current card with a notice, or only the sentence if this person may see no card. */
export async function presentReply(
  interaction: Interaction,
  number: string,
  extras: ClaimExtras & { readonly notice: Notice },
): Promise<Reply> {
  const found = await interaction.claims.get(interaction.actor, number);
  if (!found.ok || found.value.status === 'Editing') return { kind: 'text', text: extras.notice.text };
  const notice = withReviewer(interaction, found.value, extras);
  return await claimReply(interaction, found.value, { ...extras, notice });
}

/** The reason for a refusal, on the claim's current card; what was typed stays in its inputs. */
export async function refusalReply(
  interaction: Interaction,
  number: string,
  refusal: Refusal,
  extras: ClaimExtras = {},
): Promise<Reply> {
  const text = refusalText(refusal, interaction.reader);
  if (refusal.code === 'notFound') return { kind: 'text', text };
  return await presentReply(interaction, number, {
    ...extras,
    notice: noticeOf(refusal, interaction.reader),
  });
}
