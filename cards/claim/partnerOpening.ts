import { assertNever } from '../../services/domain/assertNever.ts';
import type {
  ApprovedClaim,
  PartnerActionRequiredClaim,
  RejectedClaim,
  SubmittedClaim,
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
import { type Making, may } from './claimCardView.ts';
import { clockLine } from './clockLine.ts';
import { emptyOpening, type Opening } from './openingParts.ts';
import { quotedComment, said } from './talk.ts';

/** What the partner reads first. Nothing here tells of a rival (R53). */
export function partnerOpening(making: Making): Opening {
  const { event } = making.view;
  const opening = openingOf(making);
  switch (event) {
    case 'subscriptionEnded':
      return subscriptionEnded(opening, making);
    case 'reviewerComment':
      return commented(opening, making);
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

function commented(opening: Opening, making: Making): Opening {
  const { claim } = making.view;
  const comment = quotedComment(making);
  if (!comment) return opening;
  const t = wordsFor(making.reader);
  return {
    ...emptyOpening,
    deadline: opening.deadline,
    headline: texts(t('partner.reviewerComment')),
    quote: [said(comment, making.amounts.quoteLength, making)],
    next: claim.status === 'PartnerActionRequired' ? opening.lead : [],
  };
}

/** R45: what has ended and what can be done; where the claim stands is said by its badge, and what it asks stays. */
function subscriptionEnded(opening: Opening, making: Making): Opening {
  const { claim, endedSubscriptions: ended = [] } = making.view;
  const lines = claim.details.lines.filter(
    (line) => line.kind === 'product' && ended.includes(line.subscriptionId),
  );
  // Its line may have been removed by now.
  if (lines.length === 0) return opening;
  const t = wordsFor(making.reader);
  return {
    ...emptyOpening,
    deadline: opening.deadline,
    headline: texts(t('partner.subscriptionEnded')),
    lead: texts(...subscriptions(lines, making), endedText(lines, making)),
    next: claim.status === 'PartnerActionRequired' ? opening.lead : [],
  };
}

/** What can be done about it: where the claim can be edited, where a new one can begin (D14), and else. */
function endedText(ended: readonly Line[], making: Making): string {
  const t = wordsFor(making.reader);
  // The last line cannot be taken out (R89).
  const only = making.view.claim.details.lines.length === ended.length;
  if (may(making, 'edit'))
    return t(only ? 'partner.subscriptionEndedReplace' : 'partner.subscriptionEndedEdit');
  const names = askForCopy(making);
  if (names) return t('partner.subscriptionEndedCopyAsk', { names });
  return t(making.view.mayCopy ? 'partner.subscriptionEndedCopy' : 'partner.subscriptionEndedText');
}

function openingOf(making: Making): Opening {
  const { claim } = making.view;
  switch (claim.status) {
    case 'Submitted':
      return submitted(claim, making);
    case 'UnderReview':
      return underReview(claim, making);
    case 'PartnerActionRequired':
      return actionRequired(claim, making);
    case 'Approved':
      return approved(claim, making);
    case 'Rejected':
      return rejected(claim, making);
    default:
      return assertNever(claim);
  }
}

function submitted({ resubmitted }: SubmittedClaim, making: Making): Opening {
  const t = wordsFor(making.reader);
  const kind = resubmitted ? 'Resubmitted' : 'Submitted';
  return {
    ...emptyOpening,
    deadline: clockLine(making),
    headline: texts(t(`partner.${kind}`)),
    lead: texts(t(`partner.${kind}Text`), may(making, 'addProof') && t('claim.fileHere')),
  };
}

function underReview(claim: UnderReviewClaim, making: Making): Opening {
  const t = wordsFor(making.reader);
  const { reviewer, startedBy = reviewer, reviewStartedAt } = claim;
  const started = { reviewer: plain(shorten(startedBy.name, 100)), when: clientDate(reviewStartedAt) };
  return {
    ...emptyOpening,
    deadline: clockLine(making),
    headline: texts(t('partner.UnderReview')),
    lead: texts(t('partner.UnderReviewText', started)),
  };
}

/** R80, R84: what is missing in words, the reviewer's comment, by when, and where to answer. */
function actionRequired(claim: PartnerActionRequiredClaim, making: Making): Opening {
  const { amounts, reader } = making;
  const t = wordsFor(reader);
  const { at, by, comment: text, reasons } = claim.request;
  const since = claim.proofs.filter(({ addedAt }) => addedAt > at);
  return {
    deadline: clockLine(making),
    headline: texts(nearHeadline(making) ?? t('partner.PartnerActionRequired')),
    lead: texts(
      nearHeadline(making) && t('clock.near.answerOtherwise'),
      t('partner.reasons'),
      reasonsText(reasons, reader),
    ),
    quote: [said({ at, by, side: 'reviewer', text }, amounts.quoteLength, making)],
    next: texts(since.length > 0 && t('partner.addedSince', { count: since.length })),
  };
}

/** R5: approved is not paid. R44: Dynamics lines show their subscription ID. */
function approved({ details }: ApprovedClaim, making: Making): Opening {
  const t = wordsFor(making.reader);
  const names = askForCopy(making);
  return {
    ...emptyOpening,
    deadline: clockLine(making),
    headline: texts(t('partner.Approved')),
    lead: texts(t('partner.ApprovedText', { url: links.programmeGuide })),
    next: texts(
      ...subscriptions(details.lines, making),
      names && t('partner.ApprovedAgainAsk', { names }),
      may(making, 'addProof') && t('claim.fileHere'),
    ),
  };
}

/** R87: the reason, the reviewer's words, and what can still be done. */
function rejected(claim: RejectedClaim, making: Making): Opening {
  const { amounts, reader } = making;
  const t = wordsFor(reader);
  const { rejectedAt: at, rejectedBy: by, comment: text } = claim;
  const open = may(making, 'comment');
  const expired = claim.reason === 'NoPartnerResponse';
  const near = nearHeadline(making);
  const names = askForCopy(making);
  return {
    ...emptyOpening,
    deadline: open ? clockLine(making) : [],
    headline: texts(near ?? t(expired ? 'partner.Expired' : 'partner.Rejected')),
    lead: texts(
      near && t('clock.near.disputeOtherwise'),
      // It ended at the very instant that was the deadline.
      expired && t('partner.ExpiredText', { deadline: deadline(at, reader) }),
      t('partner.rejectionReason', { reason: t(`rejection.${claim.reason}`) }),
    ),
    quote: text === '' ? [] : [said({ at, by, side: 'reviewer', text }, amounts.quoteLength, making)],
    next: texts(
      open ? t('partner.RejectedTalk') : t('partner.RejectedForGood'),
      names ? t('partner.RejectedAgainAsk', { names }) : t('partner.RejectedAgain'),
    ),
  };
}

/** R79: what a reminder opens with. */
function nearHeadline({ view: { event, clock }, reader }: Making): string | undefined {
  if (event !== 'deadlineNear' || !clock) return undefined;
  if (clock.kind !== 'answer' && clock.kind !== 'dispute') return undefined;
  return wordsFor(reader)(
    clock.daysLeft === 0 ? `clock.near.${clock.kind}Today` : `clock.near.${clock.kind}`,
  );
}

const listedSubscriptions = 5;

function subscriptions(lines: readonly Line[], { view, reader }: Making): string[] {
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
