import type { Contest } from '../../services/claims/views.ts';
import { seesContests } from '../../services/domain/actors.ts';
import { lineName } from '../contest/contest.ts';
import { type Button, button } from '../kit/buttons.ts';
import { type Maybe, type TextPart, texts } from '../kit/parts.ts';
import { joinTexts } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';

/** Other claims on the same products or workloads, for the reviewer who decides. */
export interface CompetingClaims {
  readonly heading: string;
  readonly lines: readonly TextPart[];
}

const contestsOnCard = 3;
const competingOnCard = 3;

/** R53: a partner's view has no contests, so this stays empty for partners. */
export function competingClaims(input: CardInput): Maybe<CompetingClaims> {
  const contests = contestsShown(input);
  // In the channel, the contest's own card lists the competing claims; this card is not updated for each of them.
  if (contests.length === 0 || input.view.collapsed) return [];
  const heading = wordsFor(input.reader)('contest.onClaim');
  return [{ heading, lines: texts(...contests.map((contest) => competingText(contest, input))) }];
}

/** Leads from the claim to each of its contests. */
export function compareButtons(input: CardInput): Button[] {
  const t = wordsFor(input.reader);
  const shown = contestsShown(input);
  return shown.map((contest) => {
    const { customerTenantId, slot } = contest;
    const line = lineName({ contest, names: input.view.names }, 18, input.reader);
    const title = shown.length === 1 ? t('contest.compare') : t('contest.compareLine', { line });
    return button(title, { verb: 'contest.open', customerTenantId, slot });
  });
}

function contestsShown({ view }: CardInput): readonly Contest[] {
  const shows = seesContests(view.viewer) && !view.brief && !view.form;
  return shows ? (view.contests ?? []).slice(0, contestsOnCard) : [];
}

function competingText(contest: Contest, { view, amounts, reader }: CardInput): string {
  const t = wordsFor(reader);
  const competing = contest.claims.filter(({ partnerId }) => partnerId !== view.claim.partnerId);
  const named = competing.slice(0, competingOnCard).map(({ partnerName, number, status, holds }) => {
    const partner = plain(shorten(partnerName, amounts.nameLength));
    return holds
      ? t('contest.competingHolds', { partner, number })
      : t('contest.competing', { partner, number, status: t(`status.${status}`) });
  });
  const rest = competing.length - named.length;
  const others = rest > 0 ? [t('contest.others', { count: rest })] : [];
  const line = plain(lineName({ contest, names: view.names }, amounts.nameLength, reader));
  return t('contest.competingClaims', { line, competing: joinTexts([...named, ...others], reader) });
}
