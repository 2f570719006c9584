import type { ClaimList } from '../services/claims/views.ts';
import { type Button, button, rows } from './buttons.ts';
import type { Card, Reader } from './card.ts';
import { fitting } from './fit.ts';
import { listedRow, renderList } from './listedRow.ts';
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
  const empty = t(list.kind === 'mine' ? 'list.mineEmpty' : 'list.queueEmpty');
  const content = fitting((amounts) =>
    renderList({
      header: {
        eyebrow: t('list.eyebrow'),
        badge: [],
        title,
        subtitle: texts(count > 0 && t(list.next ? 'list.count' : 'list.total', { count })),
      },
      notice: [],
      intro: texts(count === 0 && empty, mentioned && t('help.mention')),
      claims: list.claims.map((claim) => listedRow(claim, amounts, reader)),
      rows: rows([
        moreButton(list, reader),
        newButton(list, reader),
        button(t('action.help'), { verb: 'help.open' }),
      ]),
    }),
  );
  return { content, summary: t('list.summary', { title, count }) };
}

function moreButton({ kind, next }: ClaimList, reader: Reader): Button | undefined {
  if (!next) return undefined;
  const verb = kind === 'mine' ? 'claim.list' : 'review.queue';
  return button(wordsFor(reader)('action.more'), { verb, after: [...next] });
}

/** An empty list's next step is the first claim. */
function newButton({ kind, claims }: ClaimList, reader: Reader): Button | undefined {
  if (kind === 'queue') return undefined;
  const style = claims.length === 0 ? 'positive' : 'default';
  return button(wordsFor(reader)('action.newClaim'), { verb: 'claim.new' }, style);
}
