import type { Action } from '../../cards/kit/verbs.ts';
import { outsideFilter } from '../../cards/list/listFilter.ts';
import { messageText } from '../../cards/text/messages.ts';
import { holdsText, type Interaction, typedIn } from '../../dialogs/interaction.ts';
import { postCardsBelow, say, showToPresserOnly } from '../../dialogs/say.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import { beginFiling, mayFile, personalOnly } from '../actions/beginFiling.ts';
import { showOwner } from '../actions/draftActions.ts';
import type { ChatContext } from './chatContext.ts';
import { routeOf } from './pressRoutes.ts';

/** Answers every press by its kind. In a channel, only a reviewer's command changes the card that everybody sees. */
export async function handlePress(
  interaction: Interaction,
  action: Action,
  chat: ChatContext,
): Promise<void> {
  const route = routeOf(action);
  switch (route.kind) {
    case 'filing':
      await handleFiling(interaction, { action, asksOwner: route.asksOwner === true }, chat);
      break;
    case 'navigation':
      await navigate(interaction, () => route.answer(interaction, action, chat));
      break;
    case 'command':
    case 'plain':
      await route.answer(interaction, action, chat);
      break;
    default:
      assertNever(route);
  }
  const forAll = route.kind === 'command' && belongsInChannel(interaction.actor.kind);
  if (!interaction.personal && !forAll) showToPresserOnly(interaction);
}

/** The press itself names its draft and step, so it works even if the dialog was lost or shows another draft. */
async function handleFiling(
  interaction: Interaction,
  { action, asksOwner }: { readonly action: Action; readonly asksOwner: boolean },
  chat: ChatContext,
): Promise<void> {
  if (!personalOnly(interaction)) return;
  const number = 'number' in action ? action.number : undefined;
  if (!number && !(await mayFile(interaction))) return;
  if (number && asksOwner && (await showOwner(interaction, number))) return;
  const step = 'step' in action && action.step ? { step: action.step } : {};
  await beginFiling(chat, { ...(number ? { number } : {}), ...step, resume: false });
}

/**
 * If something is typed on the pressed card, that card stays: the answer goes below it, or is refused in a channel. An
 * answer that contains the typed text replaces the pressed card.
 */
async function navigate(interaction: Interaction, show: () => Promise<void>): Promise<void> {
  const isWriting = holdsText(outsideFilter(typedIn(interaction)));
  if (isWriting && !interaction.personal)
    return say(interaction, messageText('formOpen', {}, interaction.reader));
  await show();
  const isKept = interaction.replies.some((reply) => reply.kind === 'card' && reply.keepsTyped);
  if (isWriting && !isKept) postCardsBelow(interaction);
}
