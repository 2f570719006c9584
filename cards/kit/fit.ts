import type { AdaptiveCardContent } from './card.ts';

/** Some Teams clients refuse larger cards (bytes of UTF-8; measured with the envelope left out). */
export const cardLimit = 24_500;

/** A card's size on the wire. */
export const bytesOf = (content: AdaptiveCardContent): number => Buffer.byteLength(JSON.stringify(content));

/** How much of long material a card shows. */
export interface Amounts {
  /** Newest comments, and characters of each. */
  readonly comments: number;
  readonly commentLength: number;
  /** Characters of what the card opens with: a reviewer's request, the comment of an alert. */
  readonly quoteLength: number;
  /** Files listed. */
  readonly files: number;
  /** Characters of a name, a title, an e-mail address. */
  readonly nameLength: number;
  /** Characters put back into an input: more than its limit, so that an over-long text is not lost. */
  readonly echoLength: number;
  /** Errors listed for a group of the review. */
  readonly errors: number;
  /** Whether a form leaves the claim's details on the card. */
  readonly detailsBesideForm: boolean;
}

const amounts: readonly Amounts[] = [
  {
    comments: 3,
    commentLength: 700,
    quoteLength: 2000,
    files: 20,
    nameLength: 260,
    echoLength: 4000,
    errors: 40,
    detailsBesideForm: true,
  },
  {
    comments: 3,
    commentLength: 300,
    quoteLength: 2000,
    files: 12,
    nameLength: 100,
    echoLength: 4000,
    errors: 20,
    detailsBesideForm: true,
  },
  {
    comments: 2,
    commentLength: 160,
    quoteLength: 1000,
    files: 8,
    nameLength: 60,
    echoLength: 4000,
    errors: 20,
    detailsBesideForm: false,
  },
  {
    comments: 1,
    commentLength: 120,
    quoteLength: 300,
    files: 4,
    nameLength: 40,
    echoLength: 4000,
    errors: 8,
    detailsBesideForm: false,
  },
  {
    comments: 1,
    commentLength: 60,
    quoteLength: 120,
    files: 1,
    nameLength: 20,
    echoLength: 800,
    errors: 3,
    detailsBesideForm: false,
  },
];

/** The fullest card that fits. */
export function fitting(build: (amounts: Amounts) => AdaptiveCardContent): AdaptiveCardContent {
  let content: AdaptiveCardContent | undefined;
  for (const amount of amounts) {
    content = build(amount);
    if (bytesOf(content) <= cardLimit) return content;
  }
  if (!content) throw new Error('No amounts to build a card with');
  return content;
}
