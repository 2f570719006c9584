import type { ClaimList } from '../services/claims/views.ts';
import { type Button, button, rows } from './buttons.ts';
import type { Card, Reader } from './card.ts';
import { fitting } from './fit.ts';
import { listedRow, renderList } from './listedRow.ts';
import { filterText, listFilter } from './listFilter.ts';
import { texts } from './parts.ts';
import { wordsFor } from './text/words.ts';

/** A page of "my claims" or of the review queue (R68); to a mention without a command, with what can be typed. */
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
        eyebrow: t('list.eyebrow'),
        badge: [],
        title,
        subtitle: texts(count > 0 && t(list.next ? 'list.count' : 'list.total', { count })),
      },
      notice: [],
      intro: texts(
        list.filter && filterText(list.filter, reader),
        count === 0 && emptyText(list, reader),
        mentioned && t('help.mention'),
      ),
      claims: list.claims.map((claim) => listedRow(claim, amounts, reader)),
      filter: listFilter(list, reader),
      rows: rows([
        moreButton(list, reader),
        newButton(list, reader),
        button(t('action.help'), { verb: 'help.open' }),
      ]),
    }),
  );
  return { content, summary: t('list.summary', { title, count }) };
}

function emptyText({ kind, filter }: ClaimList, reader: Reader): string {
  const t = wordsFor(reader);
  if (filter) return t('filter.nothing');
  return t(kind === 'mine' ? 'list.mineEmpty' : 'list.queueEmpty');
}

/** The following page, narrowed as this one is. */
function moreButton({ kind, next, filter }: ClaimList, reader: Reader): Button | undefined {
  if (!next) return undefined;
  const title = wordsFor(reader)('action.more');
  if (kind === 'queue') return button(title, { verb: 'review.queue', after: [...next] });
  return button(title, { verb: 'claim.list', after: [...next], ...(filter ? { filter } : {}) });
}

/** An empty list's next step is the first claim. */
function newButton({ kind, claims, filter }: ClaimList, reader: Reader): Button | undefined {
  if (kind === 'queue') return undefined;
  const style = claims.length === 0 && !filter ? 'positive' : 'default';
  return button(wordsFor(reader)('action.newClaim'), { verb: 'claim.new' }, style);
}
