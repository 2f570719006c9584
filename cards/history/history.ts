import type { HistoryPage } from '../../services/claims/lists/views.ts';
import type { PersonKind } from '../../services/domain/actors.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { Names } from '../../services/domain/catalogue.ts';
import type { ClaimStatus } from '../../services/domain/claim.ts';
import type { HistoryEntry } from '../../services/domain/history.ts';
import { button, type Lanes, lanes } from '../kit/buttons.ts';
import type { AdaptiveCardContent, Card, Reader } from '../kit/card.ts';
import { bytesOf, cardLimit } from '../kit/fit.ts';
import { forViewer } from '../kit/forViewer.ts';
import { type Header, type Maybe, statusBadge, type TextPart, texts } from '../kit/parts.ts';
import { createTemplate } from '../kit/render.ts';
import { clientDateTime } from '../text/dates.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { eventText } from './eventText.ts';

interface HistoryData {
  readonly header: Header;
  readonly intro: readonly TextPart[];
  readonly entries: readonly EntryData[];
  readonly buttons: Maybe<Lanes>;
}

interface EntryData {
  readonly what: string;
  /** From which status to which, where the entry moved the claim. */
  readonly move: readonly TextPart[];
  readonly by: string;
  readonly said: readonly TextPart[];
}

/** A page of a claim's history with the claim's name and present status. Partners and reviewers read it in their own words. */
export interface HistoryView {
  readonly viewer: PersonKind;
  readonly partnerName: string;
  readonly page: HistoryPage;
  readonly claimName: string;
  readonly status: ClaimStatus;
  readonly names: Names;
}

const render = createTemplate<HistoryData>('history');

/** The history of a claim, newest first and complete: what does not fit goes to the next page (R96). */
export function historyCard(view: HistoryView, reader: Reader): Card {
  const { page, claimName } = view;
  let count = page.entries.length;
  let content = historyContent(view, count, reader);
  while (bytesOf(content) > cardLimit && count > 1) {
    count -= 1;
    content = historyContent(view, count, reader);
  }
  const name = shorten(claimName, 100);
  return { content, summary: wordsFor(reader)('history.summary', { number: page.number, name }) };
}

function historyContent(view: HistoryView, count: number, reader: Reader): AdaptiveCardContent {
  const t = wordsFor(reader);
  const { page, claimName, status } = view;
  const shown = page.entries.slice(0, count);
  const older = count < page.entries.length ? shown.at(-1)?.seq : page.olderThan;
  return render({
    header: {
      eyebrow: `${t('history.title')} · ${page.number}`,
      badge: [statusBadge(status, reader)],
      title: plain(shorten(claimName, 100)) || t('drafts.unnamed'),
      subtitle: texts(placeText(shown, page.total, reader)),
    },
    intro: texts(shown.length === 0 && t('history.empty')),
    entries: shown.map((entry, index) =>
      entryData(entry, { view, before: page.entries[index + 1]?.status ?? page.before, reader }),
    ),
    buttons: lanes([
      button(t('history.back'), { verb: 'claim.open', number: page.number }),
      page.newerThan !== undefined &&
        button(t('action.newer'), { verb: 'claim.history', number: page.number, newerThan: page.newerThan }),
      older !== undefined &&
        button(t('action.older'), { verb: 'claim.history', number: page.number, olderThan: older }),
    ]),
  });
}

/** Which entries the page shows; nothing if the whole history fits on one page. */
function placeText(shown: readonly HistoryEntry[], total: number, reader: Reader): string | undefined {
  const [newest, oldest] = [shown.at(0), shown.at(-1)];
  if (!newest || !oldest || shown.length === total) return undefined;
  const [from, to] = [newest, oldest].map(({ seq }) => total - seq + 1);
  return wordsFor(reader)('history.range', { from: from ?? 0, to: to ?? 0, count: total });
}

interface Telling {
  readonly view: HistoryView;
  /** The status before the entry; none before the first. */
  readonly before: ClaimStatus | undefined;
  readonly reader: Reader;
}

function entryData(entry: HistoryEntry, telling: Telling): EntryData {
  const { view, reader } = telling;
  const { what, said } = eventText(entry.event, { names: view.names, reader });
  return { what, move: moveText(entry, telling), by: byWhom(entry, telling), said: texts(...said) };
}

function moveText({ status }: HistoryEntry, { before, reader }: Telling): readonly TextPart[] {
  if (before === undefined || before === status) return [];
  const t = wordsFor(reader);
  return texts(t('history.move', { from: t(`status.${before}`), to: t(`status.${status}`) }));
}

/** Who did it: reviewers also read the partner's name; otherwise only the side is given. */
function byWhom({ actor, side, at }: HistoryEntry, { view, reader }: Telling): string {
  const t = wordsFor(reader);
  const when = clientDateTime(at);
  const by = (of: string): string =>
    t('history.by', { name: plain(shorten(actor.name, 100)), side: of, when });
  switch (side) {
    case 'system':
      return t('system.byPlain', { when });
    case 'partner':
      return by(
        forViewer[view.viewer].namesPartner ? plain(shorten(view.partnerName, 60)) : t('side.partner'),
      );
    case 'reviewer':
      return by(t('side.reviewer'));
    default:
      return assertNever(side);
  }
}
