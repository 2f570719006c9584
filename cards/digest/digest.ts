import type { DigestView } from '../../services/claims/lists/views.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { fitting } from '../kit/fit.ts';
import { texts } from '../kit/parts.ts';
import { listEyebrow, listedRow, renderList } from '../list/listedRow.ts';
import { wordsFor } from '../text/words.ts';

/** R79: what is overdue, due today and due on the next business day, in the reviewers' channel. */
export function digestCard({ overdue, today, tomorrow, claims, asOf }: DigestView, reader: Reader): Card {
  const t = wordsFor(reader);
  const counts = [
    overdue > 0 && t('digest.overdue', { count: overdue }),
    today > 0 && t('digest.today', { count: today }),
    tomorrow > 0 && t('digest.tomorrow', { count: tomorrow }),
  ].filter((part) => part !== false);
  const hidden = overdue + today + tomorrow - claims.length;
  const content = fitting((amounts) =>
    renderList({
      header: {
        eyebrow: listEyebrow(asOf, reader),
        badge: [],
        title: t('digest.title'),
        subtitle: texts(counts.join(' · ')),
      },
      notice: [],
      intro: [],
      claims: claims.map((claim) => listedRow(claim, amounts, reader)),
      after: texts(hidden > 0 && t('digest.more', { count: hidden })),
      buttons: lanes([button(t('action.queue'), { verb: 'review.queue' })]),
    }),
  );
  return { content, summary: t('digest.summary', { counts: counts.join(', ') }) };
}
