import type { ClaimClock } from '../../services/claims/claimClock.ts';
import type { Reader } from '../card.ts';
import type { Maybe, TextPart } from '../parts.ts';
import { texts } from '../parts.ts';
import { clientDateTime, deadline } from '../text/dates.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';

/** By when somebody must act: the day in the centre's zone, how much is left, and the instant where the reader is (R78). */
export interface ClockLine {
  readonly text: string;
  readonly color: 'attention' | 'warning' | 'default';
  readonly detail: readonly TextPart[];
}

/** What the card says of the claim's clock to this reader; of a rejection only while there is still something to do. */
export function clockLine(making: Making): Maybe<ClockLine> {
  const { view, reader } = making;
  const { clock } = view;
  if (!clock || (clock.kind === 'dispute' && clock.overdue)) return [];
  return [
    {
      text: view.viewer === 'partner' ? partnerText(clock, reader) : reviewerText(clock, making),
      color: colorOf(clock, view.viewer),
      detail: texts(detailText(clock, view.viewer, reader)),
    },
  ];
}

/** "3 business days left", or that today is the last day. */
export function leftText({ kind, daysLeft: count }: ClaimClock, reader: Reader): string {
  const t = wordsFor(reader);
  if (count === 0) return t('clock.lastDay');
  return t(kind === 'dispute' ? 'clock.daysLeft' : 'clock.businessDaysLeft', { count });
}

function detailText(clock: ClaimClock, viewer: 'partner' | 'reviewer', reader: Reader): string | undefined {
  const t = wordsFor(reader);
  if (!clock.overdue)
    return `${leftText(clock, reader)} · ${t('clock.local', { when: clientDateTime(clock.at) })}`;
  // D10: others are late, and the partner need not worry.
  return viewer === 'partner' && clock.kind !== 'answer' ? t('clock.partner.late') : undefined;
}

function partnerText({ kind, at, overdue }: ClaimClock, reader: Reader): string {
  const until = { deadline: deadline(at, reader) };
  return wordsFor(reader)(overdue ? `clock.partner.${kind}.over` : `clock.partner.${kind}`, until);
}

function reviewerText({ kind, at, overdue }: ClaimClock, { view, amounts, reader }: Making): string {
  const t = wordsFor(reader);
  const until = { deadline: deadline(at, reader) };
  switch (kind) {
    case 'begin':
    case 'decide':
      return overdue ? t('clock.overdue', until) : t(`clock.reviewer.${kind}`, until);
    case 'answer':
    case 'dispute': {
      const partner = plain(shorten(view.partnerName, amounts.nameLength));
      return t(`clock.reviewer.${kind}`, { ...until, partner });
    }
  }
}

/** What the reader can be late with stands out; what others are late with is said calmly (D10). */
function colorOf(
  { kind, daysLeft, overdue }: ClaimClock,
  viewer: 'partner' | 'reviewer',
): ClockLine['color'] {
  if (viewer === 'partner') return kind === 'answer' ? 'attention' : 'default';
  if (kind === 'answer' || kind === 'dispute') return 'default';
  if (overdue) return 'attention';
  return daysLeft === 0 ? 'warning' : 'default';
}
