import type { Comment, PersonComment, SystemNotice } from '../../services/domain/claim.ts';
import { commentRole, isPersonComment } from '../../services/domain/comments.ts';
import { lineIdOf, slotOf, subscriptionSlot } from '../../services/domain/line.ts';
import type { Reader } from '../kit/card.ts';
import { type Maybe, type TextPart, texts } from '../kit/parts.ts';
import { clientDateTime, deadline } from '../text/dates.ts';
import { joinTexts, nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';

/** What somebody said. */
export interface Said {
  readonly by: string;
  readonly text: string;
  /** The reader's own words stand out. */
  readonly style: 'emphasis' | 'accent';
}

/** The newest comments. */
export interface NewestComments {
  readonly heading: string;
  readonly comments: readonly Said[];
  readonly more: readonly TextPart[];
}

/** A comment as it is shown, shortened to what the card can carry. */
export function said(
  { at, by, side, text, answerBy }: PersonComment,
  length: number,
  { view, reader }: CardInput,
): Said {
  const t = wordsFor(reader);
  return {
    by: t('claim.commentBy', {
      name: plain(shorten(by.name, 100)),
      side: t(`side.${side}`),
      when: clientDateTime(at),
    }),
    text: [plain(shorten(text, length)), answerBy && wishText(answerBy, reader)].filter(Boolean).join('\n\n'),
    style: side === view.viewer ? 'accent' : 'emphasis',
  };
}

/** D7: the line under a question to the holder of a contested slot. */
export const wishText = (answerBy: string, reader: Reader): string =>
  wordsFor(reader)('comment.answerBy', { deadline: deadline(answerBy, reader) });

/** Any comment, including the system's own (R45, R52). */
function shownComment(comment: Comment, length: number, input: CardInput): Said {
  if (isPersonComment(comment)) return said(comment, length, input);
  const t = wordsFor(input.reader);
  return {
    by: t('system.by', { when: clientDateTime(comment.at) }),
    text: noticeText(comment, input),
    style: 'emphasis',
  };
}

function noticeText(notice: SystemNotice, { view, reader }: CardInput): string {
  const t = wordsFor(reader);
  if (notice.notice === 'arbitration') return t('system.arbitration');
  const { subscriptionId: subscription } = notice;
  const lines = view.claim.details.lines.filter((each) => slotOf(each) === subscriptionSlot(subscription));
  const products = lines.map((line) => shorten(nameOf(lineIdOf(line), view.names), 60));
  const named =
    products.length > 0
      ? t('claim.productLine', { product: plain(shorten(joinTexts(products, reader), 120)), subscription })
      : // Its line may have been removed since.
        t('contest.subscription', { subscription });
  return t('system.subscriptionEnded', { subscription: named });
}

/** The newest comments, newest first; those the card has quoted above are left out. */
export function newestComments(input: CardInput): Maybe<NewestComments> {
  const { view, amounts, reader } = input;
  const t = wordsFor(reader);
  const opening = view.event === 'subscriptionEnded' ? endNotice(input) : quotedComment(input);
  const others = view.claim.comments.filter((comment) => comment !== opening);
  if (others.length === 0 || view.brief || view.form?.startsWith('confirm')) return [];
  const shown = others.toReversed().slice(0, amounts.comments);
  const hidden = others.length - shown.length;
  const cut = shown.some((comment) => 'text' in comment && [...comment.text].length > amounts.commentLength);
  return [
    {
      heading: t('claim.comments'),
      comments: shown.map((comment) => shownComment(comment, amounts.commentLength, input)),
      more: texts(cut && t('text.continued'), hidden > 0 && t('claim.moreComments', { count: hidden })),
    },
  ];
}

/** The alert already says this in its own words. */
const endNotice = ({ view: { claim, eventAt } }: CardInput): Comment | undefined =>
  claim.comments.findLast(
    (comment) =>
      'notice' in comment &&
      comment.notice === 'subscriptionEnded' &&
      (eventAt === undefined || comment.at === eventAt),
  );

/** The comment that the card opens with: a request's own text, or the one that the alert is about. */
export function quotedComment({ view: { claim, event, eventAt } }: CardInput): PersonComment | undefined {
  const comments = claim.comments
    .filter(isPersonComment)
    .filter(({ at }) => eventAt === undefined || event === undefined || at <= eventAt);
  const lastThat = (is: 'question' | 'answer') =>
    comments.findLast(
      ({ side, at }) => commentRole(side) === is && (eventAt === undefined || at === eventAt),
    );
  if (event === 'partnerComment') return lastThat('answer');
  if (event === 'reviewerComment') return lastThat('question');
  if (event === 'resubmitted') return answerOf(comments);
  // D15: what the reviewer wrote with the approval.
  if (claim.status === 'Approved') return comments.find(({ at }) => at === claim.approvedAt);
  if (claim.status !== 'PartnerActionRequired') return undefined;
  return comments.find(({ at, text }) => at === claim.request.at && text === claim.request.comment);
}

/** What the partner said since the reviewers last did. */
const answerOf = (comments: readonly PersonComment[]): PersonComment | undefined => {
  const newest = comments.at(-1);
  return newest && commentRole(newest.side) === 'answer' ? newest : undefined;
};
