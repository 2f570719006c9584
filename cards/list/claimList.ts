import type { ClaimList } from '../../services/claims/lists/views.ts';
import { type Button, button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { fitting } from '../kit/fit.ts';
import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import { listEyebrow, listedRow, renderList } from './listedRow.ts';
import { filterText, listFilter } from './listFilter.ts';

/** A page of "my claims" or of the review queue (R68); the answer to a bare mention also says what can be typed. */
export function claimListCard(
  list: ClaimList,
  reader: Reader,
  { mentioned = false }: { readonly mentioned?: boolean } = {},
): Card {
  const t = wordsFor(reader);
  const title = t(list.kind === 'mine' ? 'list.mine' : 'list.queue');
  const count = list.claims.length;
  const content = fitting((amounts) =>
    renderList({
      header: {
        eyebrow: listEyebrow(list.asOf, reader),
        badge: [],
        title,
        subtitle: texts(countText(list, reader)),
      },
      notice: [],
      intro: texts(
        list.filter && filterText(list.filter, reader),
        count === 0 && emptyText(list, reader),
        mentioned && t('help.mention'),
      ),
      claims: list.claims.map((claim) => listedRow(claim, amounts, reader)),
      filter: listFilter(list, amounts, reader),
      buttons: lanes([
        moreButton(list, reader),
        firstButton(list, reader),
        newButton(list, reader),
        button(t('action.help'), { verb: 'help.open' }),
      ]),
    }),
  );
  return { content, summary: t('list.summary', { title, count }) };
}

/** How many there are; if there are several pages, which of them are on this one. */
function countText({ claims, before = 0, next }: ClaimList, reader: Reader): string {
  const t = wordsFor(reader);
  const count = before + claims.length;
  if (claims.length === 0) return '';
  if (before === 0 && !next) return t('list.total', { count });
  const range =
    claims.length > 1 ? t('list.range', { from: before + 1, to: count }) : t('list.one', { count });
  return next ? range : t('list.lastPage', { range });
}

function emptyText({ kind, filter, before }: ClaimList, reader: Reader): string {
  const t = wordsFor(reader);
  if (before) return t('list.nothingMore');
  if (filter) return t('filter.nothing');
  return t(kind === 'mine' ? 'list.mineEmpty' : 'list.queueEmpty');
}

/** The following page, narrowed as this one is. */
function moreButton(
  { kind, next, filter, before = 0, claims }: ClaimList,
  reader: Reader,
): Button | undefined {
  if (!next) return undefined;
  const title = wordsFor(reader)('action.more');
  const start = { after: [...next], before: before + claims.length };
  if (kind === 'queue') return button(title, { verb: 'review.queue', ...start });
  return button(title, { verb: 'claim.list', ...start, ...(filter ? { filter } : {}) });
}

/** Back to where the list begins, narrowed as it is. */
function firstButton({ kind, filter, before }: ClaimList, reader: Reader): Button | undefined {
  if (!before) return undefined;
  const title = wordsFor(reader)('action.firstPage');
  if (kind === 'queue') return button(title, { verb: 'review.queue' });
  return button(title, { verb: 'claim.list', ...(filter ? { filter } : {}) });
}

/** An empty list's next step is the first claim. */
function newButton({ kind, claims, filter, refused, before }: ClaimList, reader: Reader): Button | undefined {
  if (kind === 'queue') return undefined;
  const isNone = claims.length === 0 && !filter && !refused && !before;
  const style = isNone ? 'positive' : 'default';
  return button(wordsFor(reader)('action.newClaim'), { verb: 'claim.new' }, style);
}
