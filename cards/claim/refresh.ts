import { type AdaptiveCardContent, hasInputs } from '../kit/card.ts';
import type { RefreshData } from '../kit/verbs.ts';
import type { ClaimCardView } from './claimCardView.ts';

/**
 * Lets the client ask for the reader's own copy when the card comes into view: the current state, with the buttons that
 * this reader may press. A card that shows something only for the moment (a form, a notice, a link) has no refresh,
 * because the copy in its place would lack it; nor has a reply in a thread, which reports one moment.
 * `userIds` is left out: Teams then asks for everybody, in conversations of up to 60 members.
 */
export function withRefresh(content: AdaptiveCardContent, view: ClaimCardView): AdaptiveCardContent {
  if (isMomentary(view) || hasInputs({ content })) return content;
  const data: RefreshData = { verb: 'claim.refresh', number: view.claim.number };
  return { ...content, refresh: { action: { type: 'Action.Execute', verb: data.verb, data } } };
}

/** Whether the card shows something only for the moment and is never updated, with or without inputs. */
export const isMomentary = ({ brief, form, notice, proofLinks }: ClaimCardView): boolean =>
  brief === true || form !== undefined || notice !== undefined || proofLinks !== undefined;
