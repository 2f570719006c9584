// Above 200 lines: what a partner reads first, for each status and event.

import { assertNever } from '../../services/domain/assertNever.ts';
import type {
  ApprovedClaim,
  AwaitingReviewClaim,
  PartnerActionRequiredClaim,
  RejectedClaim,
  UnderReviewClaim,
} from '../../services/domain/claim.ts';
import type { Line } from '../../services/domain/line.ts';
import { subscriptionText } from '../kit/groups.ts';
import { links } from '../kit/links.ts';
import { texts } from '../kit/parts.ts';
import { clientDate, deadline } from '../text/dates.ts';
import { nameOf, reasonsText } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { askForCopy } from './askForCopy.ts';
import { type CardInput, may } from './claimCardView.ts';
import { clockLine } from './clockLine.ts';
import { quotedComment, said } from './comments.ts';
import { emptyOpening, type Opening } from './openingParts.ts';

/** What the partner reads first. Nothing here mentions a competing claim (R53). */
export function partnerOpening(input: CardInput): Opening {
  const { event } = input.view;
  const opening = openingOf(input);
  switch (event) {
    case 'subscriptionEnded':
      return subscriptionEnded(opening, input);
    case 'reviewerComment':
      return commented(opening, input);
    case 'submitted':
    case 'actionRequired':
    case 'approved':
    case 'rejected':
    case 'deadlineNear':
    case 'newClaim':
    case 'resubmitted':
    case 'partnerComment':
    case undefined:
      return opening;
    default:
      return assertNever(event);
  }
}

function commented(opening: Opening, input: CardInput): Opening {
  const { claim } = input.view;
  const comment = quotedComment(input);
  // The claim's card keeps the newest comments only; the history has them all.
  if (!comment && !input.view.eventAt) return opening;
  const t = wordsFor(input.reader);
  return {
    ...emptyOpening,
    deadline: opening.deadline,
    headline: texts(t('partner.reviewerComment')),
    quote: quoted(input),
    next: claim.status === 'PartnerActionRequired' ? opening.lead : [],
  };
}

/** R45: what has ended and what can be done. The badge shows the status; a request to the partner stays on the card. */
function subscriptionEnded(opening: Opening, input: CardInput): Opening {
  const { claim } = input.view;
  const ended = endedInAlert(input);
  const lines = claim.details.lines.filter(
    (line) => line.kind === 'product' && ended.includes(line.subscriptionId),
  );
  // The line of the ended subscription may have been removed by now.
  if (lines.length === 0) return opening;
  const t = wordsFor(input.reader);
  return {
    ...emptyOpening,
    deadline: opening.deadline,
    headline: texts(t('partner.subscriptionEnded')),
    lead: texts(...subscriptions(lines, input), endedText(lines, input)),
    next: claim.status === 'PartnerActionRequired' ? opening.lead : [],
  };
}

/** The subscription of the alert; where that is not known, all that have ended. */
function endedInAlert({ view: { claim, eventAt, endedSubscriptions = [] } }: CardInput): readonly string[] {
  const ids = claim.comments.flatMap((comment) =>
    comment.at === eventAt && 'notice' in comment && comment.notice === 'subscriptionEnded'
      ? [comment.subscriptionId]
      : [],
  );
  return ids.length > 0 ? ids : endedSubscriptions;
}

/** What can be done about it: edit the claim, begin a new one from it (D14), or file another later. */
function endedText(ended: readonly Line[], input: CardInput): string {
  const t = wordsFor(input.reader);
  // The last line cannot be taken out (R89).
  const only = input.view.claim.details.lines.length === ended.length;
  if (may(input, 'edit'))
    return t(only ? 'partner.subscriptionEndedReplace' : 'partner.subscriptionEndedEdit');
  const names = askForCopy(input);
  if (names) return t('partner.subscriptionEndedCopyAsk', { names });
  return t(input.view.mayCopy ? 'partner.subscriptionEndedCopy' : 'partner.subscriptionEndedText');
}

function openingOf(input: CardInput): Opening {
  const { claim } = input.view;
  switch (claim.status) {
    case 'Submitted':
      return submitted(claim, input);
    case 'UnderReview':
      return underReview(claim, input);
    case 'PartnerActionRequired':
      return actionRequired(claim, input);
    case 'Approved':
      return approved(claim, input);
    case 'Rejected':
      return rejected(claim, input);
    default:
      return assertNever(claim);
  }
}

function submitted({ resubmitted }: AwaitingReviewClaim, input: CardInput): Opening {
  const t = wordsFor(input.reader);
  const kind = resubmitted ? 'Resubmitted' : 'Submitted';
  return {
    ...emptyOpening,
    deadline: clockLine(input),
    headline: texts(t(`partner.${kind}`)),
    lead: texts(
      t(`partner.${kind}Text`),
      may(input, 'addProof') && t('claim.fileHere', { number: input.view.claim.number }),
    ),
  };
}

function underReview(claim: UnderReviewClaim, input: CardInput): Opening {
  const t = wordsFor(input.reader);
  const { reviewer, startedBy = reviewer, reviewStartedAt } = claim;
  const started = { reviewer: plain(shorten(startedBy.name, 100)), when: clientDate(reviewStartedAt) };
  return {
    ...emptyOpening,
    deadline: clockLine(input),
    headline: texts(t('partner.UnderReview')),
    lead: texts(t('partner.UnderReviewText', started)),
  };
}

/** R80, R84: what is missing in words, the reviewer's comment, by when, and where to answer. */
function actionRequired(claim: PartnerActionRequiredClaim, input: CardInput): Opening {
  const { amounts, reader } = input;
  const t = wordsFor(reader);
  const { at, by, comment: text, reasons } = claim.request;
  const since = claim.proofs.filter(({ addedAt }) => addedAt > at);
  return {
    deadline: clockLine(input),
    headline: texts(nearHeadline(input) ?? t('partner.PartnerActionRequired')),
    lead: texts(
      nearHeadline(input) && t('clock.near.answerOtherwise'),
      t('partner.reasons'),
      reasonsText(reasons, reader),
    ),
    quote: [said({ at, by, side: 'reviewer', text }, amounts.quoteLength, input)],
    next: texts(since.length > 0 && t('partner.addedSince', { count: since.length })),
  };
}

/** R5: approved is not paid. R44: Dynamics lines show their subscription ID. */
function approved({ details }: ApprovedClaim, input: CardInput): Opening {
  const t = wordsFor(input.reader);
  const names = askForCopy(input);
  return {
    ...emptyOpening,
    deadline: clockLine(input),
    headline: texts(t('partner.Approved')),
    lead: texts(t('partner.ApprovedText', { url: links.programmeGuide })),
    quote: quoted(input),
    next: texts(
      ...subscriptions(details.lines, input),
      names && t('partner.ApprovedAgainAsk', { names }),
      may(input, 'addProof') && t('claim.fileHere', { number: input.view.claim.number }),
    ),
  };
}

const quoted = (input: CardInput): Opening['quote'] => {
  const comment = quotedComment(input);
  return comment ? [said(comment, input.amounts.quoteLength, input)] : [];
};

/** R87: the reason, the reviewer's words, and what can still be done. */
function rejected(claim: RejectedClaim, input: CardInput): Opening {
  const { amounts, reader } = input;
  const t = wordsFor(reader);
  const { rejectedAt: at, rejectedBy: by, comment: text } = claim;
  const open = may(input, 'comment');
  const expired = claim.reason === 'NoPartnerResponse';
  const near = nearHeadline(input);
  const names = askForCopy(input);
  return {
    ...emptyOpening,
    deadline: open ? clockLine(input) : [],
    headline: texts(near ?? t(expired ? 'partner.Expired' : 'partner.Rejected')),
    lead: texts(
      near && t('clock.near.disputeOtherwise'),
      // The claim ended exactly at its deadline.
      expired && t('partner.ExpiredText', { deadline: deadline(at, reader) }),
      t('partner.rejectionReason', { reason: t(`rejection.${claim.reason}`) }),
    ),
    quote: text === '' ? [] : [said({ at, by, side: 'reviewer', text }, amounts.quoteLength, input)],
    next: texts(
      open ? t('partner.RejectedComment') : t('partner.RejectedForGood'),
      names ? t('partner.RejectedAgainAsk', { names }) : t('partner.RejectedAgain'),
    ),
  };
}

/** R79: what a reminder opens with. */
function nearHeadline({ view: { event, clock }, reader }: CardInput): string | undefined {
  if (event !== 'deadlineNear' || !clock) return undefined;
  if (clock.kind !== 'answer' && clock.kind !== 'dispute') return undefined;
  return wordsFor(reader)(
    clock.daysLeft === 0 ? `clock.near.${clock.kind}Today` : `clock.near.${clock.kind}`,
  );
}

const listedSubscriptions = 5;

function subscriptions(lines: readonly Line[], { view, reader }: CardInput): string[] {
  const t = wordsFor(reader);
  const products = lines.flatMap((line) => (line.kind === 'product' ? [line] : []));
  const listed = products.slice(0, listedSubscriptions).map((line) =>
    t('claim.productLine', {
      product: plain(shorten(nameOf(line.product, view.names), 60)),
      subscription: subscriptionText(line.subscriptionId, view.endedSubscriptions, reader),
    }),
  );
  const hidden = products.length - listed.length;
  return hidden > 0 ? [...listed, t('claim.moreLines', { count: hidden })] : listed;
}
