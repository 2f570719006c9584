import { type AdaptiveCardContent, hasInputs } from '../kit/card.ts';
import type { RefreshData } from '../kit/verbs.ts';
import type { ClaimCardView } from './claimCardView.ts';

/**
 * Lets the client ask for the reader's own copy when the card comes into sight: the present state, with the buttons
 * that this reader may press. A card that holds something for a moment only (a form, a notice, a link) has none, as
 * the copy that takes its place would lack it; nor has a reply in a thread, which tells of one moment.
 * `userIds` is left out: up to 60 members Teams asks for everybody then.
 */
export function withRefresh(content: AdaptiveCardContent, view: ClaimCardView): AdaptiveCardContent {
  if (isMomentary(view) || hasInputs({ content })) return content;
  const data: RefreshData = { verb: 'claim.refresh', number: view.claim.number };
  return { ...content, refresh: { action: { type: 'Action.Execute', verb: data.verb, data } } };
}

/** Whether the card tells of one moment and stays as it is, whether or not something can be typed on it. */
export const isMomentary = ({ brief, form, notice, proofLinks }: ClaimCardView): boolean =>
  brief === true || form !== undefined || notice !== undefined || proofLinks !== undefined;
