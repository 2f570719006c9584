import type { ListedClaim } from '../../services/claims/lists/views.ts';
import type { ClaimClock } from '../../services/domain/rules/claimClock.ts';
import { leftText } from '../claim/clockLine.ts';
import type { Reader } from '../kit/card.ts';
import type { Badge } from '../kit/parts.ts';
import { clientDateTime, lastDay } from '../text/dates.ts';
import { wordsFor } from '../text/words.ts';

/** By when somebody must act on a listed claim, in one line; where nobody must, when it changed last. */
export interface ListedWhen {
  readonly when: string;
  readonly whenColor: Badge['color'];
  /** False for what the reader must do or is late with, so that it is not shown small and grey. */
  readonly whenSubtle: boolean;
}

/** The line for this reader: reviewers' rows name the partner. */
export function listedWhen(
  { clock, partnerName, updatedAt, endsAt }: ListedClaim,
  reader: Reader,
): ListedWhen {
  const t = wordsFor(reader);
  if (endsAt) return loud(t('drafts.endsAfter', { day: lastDay(endsAt, reader) }), 'attention');
  if (!clock) return quiet(t('list.changed', { when: clientDateTime(updatedAt) }));
  return partnerName === undefined ? forPartner(clock, reader) : forReviewer(clock, reader);
}

function forPartner(clock: ClaimClock, reader: Reader): ListedWhen {
  const t = wordsFor(reader);
  const day = lastDay(clock.at, reader);
  switch (clock.kind) {
    case 'begin':
    case 'decide':
      return quiet(
        clock.overdue
          ? t('clock.row.late', { day })
          : withLeft(t(`clock.row.${clock.kind}`, { day }), clock, reader),
      );
    case 'decline':
      return quiet(t(clock.overdue ? 'clock.row.declinePassed' : 'clock.row.decline', { day }));
    case 'dispute':
      return quiet(t('clock.row.dispute', { day }));
    case 'answer':
      if (clock.overdue) return quiet(t('clock.row.answerPassed', { day }));
      return loud(withLeft(t('clock.row.answer', { day }), clock, reader), 'attention');
  }
}

/** Overdue and due today stand out (D10). */
function forReviewer(clock: ClaimClock, reader: Reader): ListedWhen {
  const t = wordsFor(reader);
  const day = lastDay(clock.at, reader);
  switch (clock.kind) {
    case 'begin':
    case 'decide':
      if (clock.overdue) return loud(t('clock.row.overdue', { day }), 'attention');
      if (clock.daysLeft === 0) return loud(t('clock.row.dueToday'), 'warning');
      return quiet(withLeft(t(`clock.row.reviewer.${clock.kind}`, { day }), clock, reader));
    case 'decline':
      return quiet(t(clock.overdue ? 'clock.row.declinePassed' : 'clock.row.decline', { day }));
    case 'answer':
    case 'dispute':
      return quiet(t(clock.overdue ? 'clock.row.answerPassed' : 'clock.row.reviewer.answer', { day }));
  }
}

const withLeft = (text: string, clock: ClaimClock, reader: Reader): string =>
  `${text} · ${leftText(clock, reader)}`;

const quiet = (when: string): ListedWhen => ({ when, whenColor: 'default', whenSubtle: true });
const loud = (when: string, whenColor: Badge['color']): ListedWhen => ({
  when,
  whenColor,
  whenSubtle: false,
});
