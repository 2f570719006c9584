/** An Adaptive Card 1.5 ready to send, and the one line that a phone's toast shows for it. */
export interface Card {
  readonly content: AdaptiveCardContent;
  readonly summary: string;
}

export type AdaptiveCardContent = { readonly type: 'AdaptiveCard'; readonly version: string } & Record<
  string,
  unknown
>;

/** Whether somebody can type on the card. */
export const hasInputs = ({ content }: Pick<Card, 'content'>): boolean =>
  JSON.stringify(content).includes('"type":"Input.');

/**
 * Who reads: the language of the texts, and the review centre's zone, in which deadlines are said (R78). Times on cards are
 * shown by the client in the reader's own zone.
 */
export interface Reader {
  readonly locale: Locale;
  /** IANA name. */
  readonly centreZone: string;
}

export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

/** A sentence that stands at the top of a card: what just happened, or why not. */
export interface Notice {
  readonly tone: 'attention' | 'warning' | 'good';
  readonly text: string;
}
