import type { ClaimStatus } from '../../services/domain/claim.ts';
import { wordsFor } from '../text/words.ts';
import type { Reader } from './card.ts';

/** Data for the shared fragments of templates. A part that may be absent is a list of none or one. */
export type Maybe<T> = readonly T[];

/** None or one, for a binding `$data`. */
export const maybe = <T>(value: T | undefined | false | ''): Maybe<T> =>
  value === undefined || value === false || value === '' ? [] : [value as T];

/** A line of text, for bindings that repeat or leave it out. */
export interface TextPart {
  readonly text: string;
}

/** Texts, each its own block. */
export const texts = (...lines: readonly (string | undefined | false)[]): readonly TextPart[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '').map((text) => ({ text }));

/** A coloured word. */
export interface Badge {
  readonly text: string;
  readonly color: 'default' | 'accent' | 'good' | 'warning' | 'attention';
}

const badgeColors: Readonly<Record<ClaimStatus, Badge['color']>> = {
  Editing: 'default',
  Submitted: 'accent',
  UnderReview: 'accent',
  PartnerActionRequired: 'warning',
  Approved: 'good',
  Rejected: 'attention',
};

/** The status as a word in its colour. */
export function statusBadge(status: ClaimStatus, reader: Reader): Badge {
  return {
    text: wordsFor(reader)(`status.${status}`),
    color: badgeColors[status],
  };
}

/** The top of every card. */
export interface Header {
  readonly eyebrow: string;
  readonly badge: Maybe<Badge>;
  readonly title: string;
  readonly subtitle: Maybe<TextPart>;
}

/** A label with what stands for it. */
export interface Fact {
  readonly title: string;
  readonly value: string;
}
