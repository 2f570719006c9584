import type { MissedInChannelView } from '../../services/claims/lists/views.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { fitting } from '../kit/fit.ts';
import { texts } from '../kit/parts.ts';
import { listEyebrow, listedRow, renderList } from '../list/listedRow.ts';
import { joinTexts } from '../text/lists.ts';
import { wordsFor } from '../text/words.ts';

/** So many numbers are written out besides the listed claims. */
const mostNumbers = 100;

/** D21: what has happened while the reviewers' channel could not be reached, in one card. */
export function missedInChannelCard({ claims, others, asOf }: MissedInChannelView, reader: Reader): Card {
  const t = wordsFor(reader);
  const count = claims.length + others.length;
  const numbers = joinTexts(others.slice(0, mostNumbers), reader);
  const hidden = others.length - mostNumbers;
  const content = fitting((amounts) =>
    renderList({
      header: {
        eyebrow: listEyebrow(asOf, reader),
        badge: [],
        title: t('missed.title'),
        subtitle: texts(t('missed.count', { count })),
      },
      notice: [],
      intro: texts(t('missed.why')),
      claims: claims.map((claim) => listedRow(claim, amounts, reader)),
      after: texts(
        others.length > 0 && t('missed.others', { numbers }),
        hidden > 0 && t('missed.more', { count: hidden }),
      ),
      buttons: lanes([button(t('action.queue'), { verb: 'review.queue' })]),
    }),
  );
  return { content, summary: t('missed.summary', { count }) };
}
