import { assertNever } from '../../services/domain/assertNever.ts';
import {
  type ClaimClock,
  countsEveryDay,
  hasCommentTimePassed,
} from '../../services/domain/rules/claimClock.ts';
import type { Reader } from '../kit/card.ts';
import { forViewer } from '../kit/forViewer.ts';
import type { Maybe, TextPart } from '../kit/parts.ts';
import { texts } from '../kit/parts.ts';
import { clientDate, clientDateTime, deadline } from '../text/dates.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';
import { hasInputs } from './claimForms.ts';
import { isMomentary } from './refresh.ts';

/** A deadline: the day in the centre's zone, how much time is left, and the instant in the reader's zone (R78). */
export interface ClockLine {
  readonly text: string;
  readonly color: 'attention' | 'warning' | 'default';
  readonly detail: readonly TextPart[];
}

/** The line about the claim's clock for this reader; on a rejected claim only while something can still be done. */
export function clockLine(input: CardInput): Maybe<ClockLine> {
  const { clock } = input.view;
  if (!clock || hasCommentTimePassed(clock)) return [];
  return [
    {
      ...textFor(clock, input),
      detail: texts(detailText(clock, input)),
    },
  ];
}

/** The reader's own missed deadline stands out; that of others is stated calmly (D10). */
function textFor(clock: ClaimClock, input: CardInput): Pick<ClockLine, 'text' | 'color'> {
  const { viewer } = input.view;
  switch (viewer) {
    case 'partner':
      return { text: partnerText(clock, input.reader), color: partnerColor(clock) };
    case 'reviewer':
      return { text: reviewerText(clock, input), color: reviewerColor(clock) };
    default:
      return assertNever(viewer);
  }
}

/** "3 business days left", or that today is the last day. */
export function leftText({ kind, daysLeft: count }: ClaimClock, reader: Reader): string {
  const t = wordsFor(reader);
  if (count === 0) return t('clock.lastDay');
  return t(countsEveryDay(kind) ? 'clock.daysLeft' : 'clock.businessDaysLeft', { count });
}

/** Whether the card is never updated: it has inputs, whose text would be lost, or is shown only for the moment. */
const stays = (input: CardInput): boolean => isMomentary(input.view) || hasInputs(input);

/** What is left, for a card that is never updated: worded to stay true on any later day. */
function datedText(clock: ClaimClock, reader: Reader): string {
  const t = wordsFor(reader);
  if (clock.daysLeft === 0) return t('clock.lastDayIs', { day: clientDate(clock.asOf) });
  return t('clock.asOf', { left: leftText(clock, reader), day: clientDate(clock.asOf) });
}

function detailText(clock: ClaimClock, input: CardInput): string | undefined {
  const { view, reader } = input;
  const t = wordsFor(reader);
  if (!clock.overdue) {
    const left = stays(input) ? datedText(clock, reader) : leftText(clock, reader);
    return `${left} · ${t('clock.local', { when: clientDateTime(clock.at) })}`;
  }
  const isReviewers = clock.kind === 'begin' || clock.kind === 'decide';
  return isReviewers && forViewer[view.viewer].waitsForReview ? t('clock.partner.late') : undefined;
}

function partnerText({ kind, at, overdue }: ClaimClock, reader: Reader): string {
  const until = { deadline: deadline(at, reader) };
  // Once the time to write about a rejection is over, the card no longer mentions it.
  return wordsFor(reader)(
    overdue && kind !== 'dispute' ? `clock.partner.${kind}.passed` : `clock.partner.${kind}`,
    until,
  );
}

function reviewerText(clock: ClaimClock, { view, amounts, reader }: CardInput): string {
  const { kind, at, overdue } = clock;
  const t = wordsFor(reader);
  const until = { deadline: deadline(at, reader) };
  switch (kind) {
    case 'begin':
    case 'decide':
      return overdue ? t('clock.overdue', until) : t(`clock.reviewer.${kind}`, until);
    case 'decline':
      return partnerText(clock, reader);
    case 'answer':
    case 'dispute': {
      const partner = plain(shorten(view.partnerName, amounts.nameLength));
      return t(`clock.reviewer.${kind}`, { ...until, partner });
    }
  }
}

const partnerColor = ({ kind }: ClaimClock): ClockLine['color'] =>
  kind === 'answer' ? 'attention' : 'default';

function reviewerColor({ kind, daysLeft, overdue }: ClaimClock): ClockLine['color'] {
  if (kind === 'answer' || kind === 'decline' || kind === 'dispute') return 'default';
  if (overdue) return 'attention';
  return daysLeft === 0 ? 'warning' : 'default';
}
