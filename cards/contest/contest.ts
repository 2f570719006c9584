import type { Contest, ContestView } from '../../services/claims/views.ts';
import { lineIdOf } from '../../services/domain/line.ts';
import { button, type Lanes, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { type Amounts, fitting } from '../kit/fit.ts';
import { type Badge, type Header, type Maybe, statusBadge, texts } from '../kit/parts.ts';
import { type ListedRow, renderList } from '../list/listedRow.ts';
import { clientDateTime } from '../text/dates.ts';
import { joinTexts, nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

const rowsOnCard = 10;

/** The claims on one slot, for reviewers (R54): a page of them, or only the newest one as a reply in the thread. */
export interface ContestCardView extends ContestView {
  /** The first claim shown; 0 unless paging. */
  readonly from?: number;
  /** The claim that has just joined. */
  readonly joined?: string;
}

/** What is contested, by whom, and where each claim stands. Only reviewers see it (R53). */
export function contestCard(view: ContestCardView, reader: Reader): Card {
  return { content: fitting((amounts) => content(view, amounts, reader)), summary: summary(view, reader) };
}

function content(view: ContestCardView, amounts: Amounts, reader: Reader) {
  const { contest, joined, from = 0 } = view;
  // A reply and a contest that is over are never updated, so they list no claims that would go out of date.
  const shown = joined || !contest.contested ? [] : contest.claims.slice(from, from + rowsOnCard);
  return renderList({
    header: header(view, amounts, reader),
    notice: [],
    intro: texts(joined ? joinedText(view, amounts, reader) : openingText(view, amounts, reader)),
    claims: shown.map((claim) => row(claim, amounts, reader)),
    buttons: buttons(view, from + shown.length, reader),
  });
}

function header(view: ContestCardView, { nameLength }: Amounts, reader: Reader): Header {
  const t = wordsFor(reader);
  const { contest, names, joined } = view;
  const [line] = contest.lines;
  return {
    eyebrow: t('contest.title'),
    badge: joined ? [] : [badgeOf(contest, reader)],
    title: plain(lineName({ contest, names }, nameLength, reader)),
    subtitle: texts(
      plain(shorten(contest.customer, nameLength)),
      line?.kind === 'product' && t('contest.subscription', { subscription: line.subscriptionId }),
    ),
  };
}

function badgeOf({ contested, ended }: Contest, reader: Reader): Badge {
  const t = wordsFor(reader);
  if (contested) return { text: t('contest.open'), color: 'attention' };
  return ended
    ? { text: t('contest.ended'), color: 'warning' }
    : { text: t('contest.settled'), color: 'good' };
}

/** What the contest is about: a workload, or each product that is claimed of the subscription. */
export function lineName({ contest, names }: ContestView, length: number, reader: Reader): string {
  const named = contest.lines.map((line) => nameOf(lineIdOf(line), names));
  return shorten(joinTexts(named, reader), length);
}

function openingText({ contest }: ContestCardView, { nameLength }: Amounts, reader: Reader): string {
  const t = wordsFor(reader);
  const partners = new Set(contest.claims.map(({ partnerId }) => partnerId));
  if (contest.contested) return t('contest.openText', { count: partners.size });
  if (contest.ended) return t('contest.endedText');
  const [last] = contest.claims;
  if (!last) return t('contest.nobodyText');
  const partner = plain(shorten(last.partnerName, nameLength));
  return t(last.holds ? 'contest.heldText' : 'contest.oneLeftText', { partner });
}

function joinedText({ contest, joined }: ContestCardView, { nameLength }: Amounts, reader: Reader): string {
  const claim = contest.claims.find(({ number }) => number === joined);
  const partner = plain(shorten(claim?.partnerName ?? '', nameLength));
  return wordsFor(reader)('contest.joined', { partner, number: joined ?? '' });
}

function row(claim: Contest['claims'][number], { nameLength }: Amounts, reader: Reader): ListedRow {
  const t = wordsFor(reader);
  const { text, color } = statusBadge(claim.status, reader);
  const when = clientDateTime(claim.submittedAt);
  const { number } = claim;
  return {
    openTitle: t('list.openClaim', { number }),
    open: { verb: 'claim.open', number },
    name: plain(shorten(claim.partnerName, nameLength)),
    about: texts(plain(shorten(claim.claimName, nameLength))),
    status: text,
    color,
    number,
    when: claim.holds ? t('contest.holds', { when }) : t('contest.since', { when }),
    whenColor: 'default',
    whenSubtle: true,
    mark: [],
  };
}

function buttons({ contest, joined }: ContestCardView, next: number, reader: Reader): Maybe<Lanes> {
  const t = wordsFor(reader);
  const { customerTenantId, slot, claims } = contest;
  const all = { verb: 'contest.open', customerTenantId, slot } as const;
  const more = !joined && contest.contested && next < claims.length;
  const named = claims.filter(({ number }) => (contest.contested ? number === joined : true));
  return lanes([
    ...named
      .slice(0, 3)
      .map(({ number }) => button(t('list.openClaim', { number }), { verb: 'claim.open', number })),
    joined !== undefined && button(t('contest.showAll'), all),
    more && button(t('contest.more', { count: claims.length - next }), { ...all, from: next }),
    button(t('action.queue'), { verb: 'review.queue' }),
  ]);
}

const toastNames = 3;

/** The line that a phone's toast shows. */
function summary({ contest, names, joined }: ContestCardView, reader: Reader): string {
  const t = wordsFor(reader);
  const about = { line: lineName({ contest, names }, 60, reader), customer: shorten(contest.customer, 60) };
  const claim = contest.claims.find(({ number }) => number === joined);
  if (claim) {
    const partner = shorten(claim.partnerName, 60);
    return t('summary.contestJoined', { ...about, partner, number: claim.number });
  }
  if (contest.ended) return t('summary.contestEnded', about);
  if (!contest.contested) return t('summary.contestSettled', about);
  const byId = new Map(contest.claims.map(({ partnerId, partnerName }) => [partnerId, partnerName]));
  const partners = [...byId.values()].map((name) => shorten(name, 40));
  const named = partners.length > toastNames ? partners.slice(0, toastNames - 1) : partners;
  const rest = partners.length - named.length;
  const others = rest > 0 ? [t('contest.others', { count: rest })] : [];
  return t('summary.contest', { ...about, partners: joinTexts([...named, ...others], reader) });
}
