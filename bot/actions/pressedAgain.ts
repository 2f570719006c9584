import type { ClaimEvent, ClaimForm } from '../../cards/claim/claim.ts';
import type { Card, Notice } from '../../cards/kit/card.ts';
import type { PressedCard } from '../../cards/kit/pressedCard.ts';
import { answersIn, stepReply } from '../../dialogs/filingStep.ts';
import { attention, holdsText, type Interaction, type Reply, typedIn } from '../../dialogs/interaction.ts';
import { namesAnnounced } from '../../services/domain/audience.ts';
import type { Typed } from '../../services/domain/form/readForms.ts';
import { claimReply, commandOf } from '../replies/claimReply.ts';
import { editFormReply } from './editClaim.ts';

/**
 * Adds the pressed card itself as the answer to a press that is answered below it, with everything that was typed on it.
 * An answer in words stands at its top if something is typed, so that no client clears the inputs.
 */
export async function answerWithPressed(interaction: Interaction): Promise<void> {
  const { input, replies } = interaction;
  if (input.kind !== 'press' || !input.card) return;
  const last = replies.at(-1);
  const isWords = last?.kind === 'text' && !last.below;
  if (last?.kind === 'card' && !last.below) return;
  if (isWords && !holdsText(input.typed)) return;
  const notice = isWords ? attention(last.text) : undefined;
  const card = await pressedAgain(interaction, input.card, notice);
  if (!card) return;
  if (isWords) replies.pop();
  replies.push({ ...card, again: true });
}

/** The pressed card as it is now; undefined if the person may not see it any more. */
async function pressedAgain(
  interaction: Interaction,
  card: PressedCard,
  notice: Notice | undefined,
): Promise<Extract<Reply, { kind: 'card' }> | undefined> {
  const reply = await madeAgain(interaction, card, notice);
  // The claim may have reached a status in which nothing can be written; then the client's own copy stays.
  return reply?.kind === 'card' && holdsInputs(reply.card, typedIn(interaction)) ? reply : undefined;
}

function holdsInputs({ content }: Pick<Card, 'content'>, typed: Typed): boolean {
  const shown = JSON.stringify(content);
  return Object.entries(typed).every(
    ([id, text]) => text === '' || shown.includes(`"id":${JSON.stringify(id)}`),
  );
}

async function madeAgain(
  interaction: Interaction,
  card: PressedCard,
  notice: Notice | undefined,
): Promise<Reply | undefined> {
  const { claims, actor } = interaction;
  const typed = typedIn(interaction);
  const extras = notice ? { notice } : {};
  if ('begun' in card) {
    const { begun } = card;
    return await stepReply(interaction, undefined, 'customer', { typed: answersIn(typed), begun, ...extras });
  }
  if ('draft' in card) {
    const found = await claims.get(actor, card.draft);
    if (!found.ok || found.value.status !== 'Editing') return undefined;
    return await stepReply(interaction, found.value, card.step, { typed: answersIn(typed), ...extras });
  }
  const found = await claims.get(actor, 'edit' in card ? card.edit : card.claim);
  if (!found.ok || found.value.status === 'Editing') return undefined;
  if ('edit' in card) {
    const view = await claims.view(actor, found.value);
    return await editFormReply(interaction, view, { part: card.part, typed: answersIn(typed), notice });
  }
  return await claimReply(interaction, found.value, { ...claimExtras(card), typed, ...extras });
}

/** Only what a card of ours can have said. */
function claimExtras({ form, event, eventAt, competing }: Extract<PressedCard, { claim: string }>) {
  return {
    ...(isForm(form) ? { form } : {}),
    ...(isEvent(event) ? { event } : {}),
    ...(eventAt ? { eventAt } : {}),
    ...(competing ? { competing } : {}),
  };
}

const isForm = (form: string | undefined): form is ClaimForm =>
  form !== undefined && Object.hasOwn(commandOf, form);
const isEvent = (event: string | undefined): event is ClaimEvent =>
  event !== undefined && (event === 'submitted' || namesAnnounced(event));
