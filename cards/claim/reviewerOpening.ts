import { assertNever } from '../../services/domain/assertNever.ts';
import type { PartnerActionRequiredClaim } from '../../services/domain/claim.ts';
import { commentRole } from '../../services/domain/comments.ts';
import { texts } from '../kit/parts.ts';
import { clientDateTime } from '../text/dates.ts';
import { reasonsText } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';
import { clockLine } from './clockLine.ts';
import { quotedComment, said } from './comments.ts';
import { emptyOpening, type Opening } from './openingParts.ts';

/** What a reviewer reads first, with a note if the partner has edited the claim (R89). */
export function reviewerOpening(input: CardInput): Opening {
  const opening = newsOpening(input);
  if (!input.view.claim.editedVersion) return opening;
  return { ...opening, next: [...opening.next, ...texts(wordsFor(input.reader)('reviewer.edited'))] };
}

function newsOpening(input: CardInput): Opening {
  const { event } = input.view;
  const opening = openingOf(input);
  switch (event) {
    case 'resubmitted':
      return resubmitted(opening, input);
    case 'partnerComment':
      return commented(opening, input);
    case 'newClaim':
    case 'submitted':
    case 'actionRequired':
    case 'approved':
    case 'rejected':
    case 'reviewerComment':
    case 'subscriptionEnded':
    case 'deadlineNear':
    case undefined:
      return opening;
    default:
      return assertNever(event);
  }
}

function commented(opening: Opening, input: CardInput): Opening {
  const { amounts } = input;
  const comment = quotedComment(input);
  // The claim's card keeps the newest comments only; the history has them all.
  if (!comment && !input.view.eventAt) return opening;
  const headline = wordsFor(input.reader)('reviewer.partnerComment', { partner: partnerOf(input) });
  return {
    ...emptyOpening,
    deadline: opening.deadline,
    headline: texts(headline),
    quote: comment ? [said(comment, amounts.quoteLength, input)] : [],
  };
}

/** The answer itself, and how many files came with it. */
function resubmitted(opening: Opening, input: CardInput): Opening {
  const { view, amounts, reader } = input;
  const { comments, proofs } = view.claim;
  const asked = comments.findLast(({ side }) => commentRole(side) === 'question')?.at;
  const since = asked ? proofs.filter(({ addedAt }) => addedAt > asked).length : 0;
  const answer = quotedComment(input);
  return {
    ...opening,
    lead: [],
    quote: answer ? [said(answer, amounts.quoteLength, input)] : [],
    next: [
      ...texts(since > 0 && wordsFor(reader)('reviewer.filesSince', { count: since })),
      ...(view.brief ? [] : opening.lead),
    ],
  };
}

const partnerOf = ({ view, amounts }: CardInput): string =>
  plain(shorten(view.partnerName, amounts.nameLength));

function openingOf(input: CardInput): Opening {
  return { ...statusOpening(input), deadline: clockLine(input) };
}

function statusOpening(input: CardInput): Opening {
  const { claim } = input.view;
  const t = wordsFor(input.reader);
  const partner = partnerOf(input);
  switch (claim.status) {
    case 'Submitted':
      return claim.resubmitted
        ? opening(t('reviewer.Resubmitted', { partner }), t('reviewer.ResubmittedText'))
        : opening(t('reviewer.Submitted', { partner }), t('reviewer.SubmittedText'));
    case 'UnderReview': {
      const reviewing = acted(claim.reviewer.name, claim.reviewStartedAt);
      const { startedBy = claim.reviewer } = claim;
      const isTaken = startedBy.id !== claim.reviewer.id;
      const who = isTaken
        ? t('reviewer.TakenOverText', { ...reviewing, starter: plain(shorten(startedBy.name, 100)) })
        : t('reviewer.UnderReviewText', reviewing);
      return opening(t('reviewer.UnderReview'), who);
    }
    case 'PartnerActionRequired':
      return waiting(claim, input);
    case 'Approved': {
      const done = acted(claim.approvedBy.name, claim.approvedAt);
      const comment = quotedComment(input);
      return {
        ...opening(t('reviewer.Approved'), t('reviewer.ApprovedText', done)),
        quote: comment ? [said(comment, input.amounts.quoteLength, input)] : [],
      };
    }
    case 'Rejected': {
      const { rejectedAt: at, rejectedBy: by, comment: text } = claim;
      const expired = claim.reason === 'NoPartnerResponse';
      return {
        ...opening(
          t('reviewer.Rejected'),
          t(expired ? 'reviewer.ExpiredText' : 'reviewer.RejectedText', acted(by.name, at)),
          t('partner.rejectionReason', { reason: t(`rejection.${claim.reason}`) }),
        ),
        quote:
          text === '' ? [] : [said({ at, by, side: 'reviewer', text }, input.amounts.quoteLength, input)],
      };
    }
    default:
      return assertNever(claim);
  }
}

const acted = (name: string, at: string) => ({
  reviewer: plain(shorten(name, 100)),
  when: clientDateTime(at),
});

const opening = (headline: string, ...lead: readonly string[]): Opening => ({
  ...emptyOpening,
  headline: texts(headline),
  lead: texts(...lead),
});

function waiting(claim: PartnerActionRequiredClaim, input: CardInput): Opening {
  const { amounts, reader } = input;
  const t = wordsFor(reader);
  const partner = partnerOf(input);
  const { at, by, comment: text, reasons } = claim.request;
  return {
    ...opening(
      t('reviewer.PartnerActionRequired', { partner }),
      t('reviewer.PartnerActionRequiredText', acted(by.name, at)),
      reasonsText(reasons, reader),
    ),
    quote: [said({ at, by, side: 'reviewer', text }, amounts.quoteLength, input)],
  };
}
