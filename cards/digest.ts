import type { DigestView, ListedClaim } from '../services/claims/views.ts';
import { button, rows } from './buttons.ts';
import type { Card, Reader } from './card.ts';
import { fitting } from './fit.ts';
import { type ListedRow, listedRow, renderList } from './listedRow.ts';
import { texts } from './parts.ts';
import { lastDay } from './text/dates.ts';
import { wordsFor } from './text/words.ts';

const rowsOnCard = 10;

/** R79: what is overdue, due today and due on the next business day, in the reviewers' channel. */
export function digestCard(digest: DigestView, reader: Reader): Card {
  const t = wordsFor(reader);
  const counts = [
    digest.overdue.length > 0 && t('digest.overdue', { count: digest.overdue.length }),
    digest.today.length > 0 && t('digest.today', { count: digest.today.length }),
    digest.tomorrow.length > 0 && t('digest.tomorrow', { count: digest.tomorrow.length }),
  ].filter((part) => part !== false);
  const claims = [...digest.overdue, ...digest.today, ...digest.tomorrow];
  const hidden = Math.max(0, claims.length - rowsOnCard);
  const content = fitting((amounts) =>
    renderList({
      header: {
        eyebrow: t('list.eyebrow'),
        badge: [],
        title: t('digest.title'),
        subtitle: texts(counts.join(' · ')),
      },
      notice: [],
      intro: [],
      claims: claims
        .slice(0, rowsOnCard)
        .map((claim) => dueRow(claim, listedRow(claim, amounts, reader), { digest, reader })),
      rows: rows([
        button(hidden > 0 ? t('digest.more', { count: hidden }) : t('action.queue'), {
          verb: 'review.queue',
        }),
      ]),
    }),
  );
  return { content, summary: t('digest.summary', { counts: counts.join(', ') }) };
}

function dueRow(
  claim: ListedClaim,
  row: ListedRow,
  { digest, reader }: { readonly digest: DigestView; readonly reader: Reader },
): ListedRow {
  const t = wordsFor(reader);
  const day = lastDay(claim.deadline ?? claim.updatedAt, reader);
  if (digest.overdue.includes(claim)) return { ...row, when: t('digest.wasDue', { day }) };
  return { ...row, when: digest.today.includes(claim) ? t('digest.dueToday') : t('digest.due', { day }) };
}
