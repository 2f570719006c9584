import type { Action } from '../../cards/kit/verbs.ts';
import { besideFilter } from '../../cards/list/listFilter.ts';
import { messageText } from '../../cards/text/messages.ts';
import { keepToPresser, say, standBelow } from '../../dialogs/say.ts';
import { holdsText, type Turn, typedIn } from '../../dialogs/turn.ts';
import { belongsInChannel } from '../../services/domain/actors.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import { beginFiling, mayFile, personalOnly } from '../actions/beginFiling.ts';
import { showKeeper } from '../actions/keepDraft.ts';
import type { InputPlace } from './inputPlace.ts';
import { routeOf } from './pressRoutes.ts';

/** Answers every press by its kind. In a channel, only a reviewer's command changes the card that everybody sees. */
export async function handlePress(turn: Turn, action: Action, place: InputPlace): Promise<void> {
  const route = routeOf(action);
  switch (route.kind) {
    case 'filing':
      await handleFiling(turn, { action, asksKeeper: route.asksKeeper === true }, place);
      break;
    case 'look':
      await look(turn, () => route.answer(turn, action, place));
      break;
    case 'command':
    case 'plain':
      await route.answer(turn, action, place);
      break;
    default:
      assertNever(route);
  }
  const forAll = route.kind === 'command' && belongsInChannel(turn.actor.kind);
  if (!turn.personal && !forAll) keepToPresser(turn);
}

/** The press itself names its draft and step, so it works even if the dialog was lost or shows another draft. */
async function handleFiling(
  turn: Turn,
  { action, asksKeeper }: { readonly action: Action; readonly asksKeeper: boolean },
  place: InputPlace,
): Promise<void> {
  if (!personalOnly(turn)) return;
  const number = 'number' in action ? action.number : undefined;
  if (!number && !(await mayFile(turn))) return;
  if (number && asksKeeper && (await showKeeper(turn, number))) return;
  const step = 'step' in action && action.step ? { step: action.step } : {};
  await beginFiling(place, { ...(number ? { number } : {}), ...step, takeUp: false });
}

/**
 * If something is typed on the pressed card, that card stays: the answer goes below it, or is refused in a channel. An
 * answer that contains the typed text replaces the pressed card.
 */
async function look(turn: Turn, show: () => Promise<void>): Promise<void> {
  const isWriting = holdsText(besideFilter(typedIn(turn)));
  if (isWriting && !turn.personal) return say(turn, messageText('formOpen', {}, turn.reader));
  await show();
  const isKept = turn.replies.some((reply) => reply.kind === 'card' && reply.keepsTyped);
  if (isWriting && !isKept) standBelow(turn);
}
