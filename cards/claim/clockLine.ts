import { assertNever } from '../../services/domain/assertNever.ts';
import { type ClaimClock, countsEveryDay, isSilent } from '../../services/domain/rules/claimClock.ts';
import type { Reader } from '../kit/card.ts';
import { forViewer } from '../kit/forViewer.ts';
import type { Maybe, TextPart } from '../kit/parts.ts';
import { texts } from '../kit/parts.ts';
import { clientDate, clientDateTime, deadline } from '../text/dates.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';
import { hasInputs } from './claimForms.ts';
import { isMomentary } from './refresh.ts';

/** By when somebody must act: the day in the centre's zone, how much is left, and the instant where the reader is (R78). */
export interface ClockLine {
  readonly text: string;
  readonly color: 'attention' | 'warning' | 'default';
  readonly detail: readonly TextPart[];
}

/** What the card says of the claim's clock to this reader; of a rejection only while there is still something to do. */
export function clockLine(making: Making): Maybe<ClockLine> {
  const { clock } = making.view;
  if (!clock || isSilent(clock)) return [];
  return [
    {
      ...textFor(clock, making),
      detail: texts(detailText(clock, making)),
    },
  ];
}

/** What the reader can be late with stands out; what others are late with is said calmly (D10). */
function textFor(clock: ClaimClock, making: Making): Pick<ClockLine, 'text' | 'color'> {
  const { viewer } = making.view;
  switch (viewer) {
    case 'partner':
      return { text: partnerText(clock, making.reader), color: partnerColor(clock) };
    case 'reviewer':
      return { text: reviewerText(clock, making), color: reviewerColor(clock) };
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

/** A card with inputs is not brought up to date, as what is typed on it would be lost; nor is one that tells of a moment. */
const stays = (making: Making): boolean => isMomentary(making.view) || hasInputs(making);

/** What is left on a card that stays as it is: true on any later day. */
function datedText(clock: ClaimClock, reader: Reader): string {
  const t = wordsFor(reader);
  if (clock.daysLeft === 0) return t('clock.lastDayIs', { day: clientDate(clock.asOf) });
  return t('clock.asOf', { left: leftText(clock, reader), day: clientDate(clock.asOf) });
}

function detailText(clock: ClaimClock, making: Making): string | undefined {
  const { view, reader } = making;
  const t = wordsFor(reader);
  if (!clock.overdue) {
    const left = stays(making) ? datedText(clock, reader) : leftText(clock, reader);
    return `${left} · ${t('clock.local', { when: clientDateTime(clock.at) })}`;
  }
  const isReviewers = clock.kind === 'begin' || clock.kind === 'decide';
  return isReviewers && forViewer[view.viewer].waitsForReview ? t('clock.partner.late') : undefined;
}

function partnerText({ kind, at, overdue }: ClaimClock, reader: Reader): string {
  const until = { deadline: deadline(at, reader) };
  // Of the time to talk about a rejection nothing is said once it is over.
  return wordsFor(reader)(
    overdue && kind !== 'dispute' ? `clock.partner.${kind}.passed` : `clock.partner.${kind}`,
    until,
  );
}

function reviewerText(clock: ClaimClock, { view, amounts, reader }: Making): string {
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
