import type { Contest } from '../../services/claims/views.ts';
import { button, type Row, rows } from '../buttons.ts';
import { lineName } from '../contest.ts';
import { type Maybe, type TextPart, texts } from '../parts.ts';
import { joined } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';

/** Who else claims what this claim is about: for a reviewer who is to decide. */
export interface Rivalry {
  readonly heading: string;
  readonly lines: readonly TextPart[];
  readonly rows: readonly Row[];
}

const contestsOnCard = 3;
const rivalsOnCard = 3;

/** R53: a partner's view has no contests, and nothing here is made for one. */
export function rivalry(making: Making): Maybe<Rivalry> {
  const { view, reader } = making;
  const contests = view.contests ?? [];
  if (view.viewer !== 'reviewer' || contests.length === 0 || view.brief || view.form) return [];
  const t = wordsFor(reader);
  const shown = contests.slice(0, contestsOnCard);
  return [
    {
      heading: t('contest.onClaim'),
      lines: texts(...shown.map((contest) => rivalsOf(contest, making))),
      rows: rows(
        shown.map((contest) => {
          const { customerTenantId, slot } = contest;
          const line = lineName(contest, view.names, 30);
          return button(t('contest.compare', { line }), { verb: 'contest.open', customerTenantId, slot });
        }),
      ),
    },
  ];
}

function rivalsOf(contest: Contest, { view, amounts, reader }: Making): string {
  const t = wordsFor(reader);
  const rivals = contest.claims.filter(({ partnerId }) => partnerId !== view.claim.partnerId);
  const named = rivals.slice(0, rivalsOnCard).map(({ partnerName, number, status, holds }) => {
    const partner = plain(shorten(partnerName, amounts.nameLength));
    return holds
      ? t('contest.rivalHolds', { partner, number })
      : t('contest.rival', { partner, number, status: t(`status.${status}`) });
  });
  const rest = rivals.length - named.length;
  const others = rest > 0 ? [t('contest.others', { count: rest })] : [];
  const line = plain(lineName(contest, view.names, amounts.nameLength));
  return t('contest.rivals', { line, rivals: joined([...named, ...others], reader) });
}
