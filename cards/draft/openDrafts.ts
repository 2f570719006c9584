import type { ListedClaim } from '../../services/claims/lists/views.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { fitting } from '../kit/fit.ts';
import { texts } from '../kit/parts.ts';
import { listedRow, renderList } from '../list/listedRow.ts';
import { wordsFor } from '../text/words.ts';

/** A second "new claim": go on with a draft, or start another. */
export function openDraftsCard(
  { drafts }: { readonly drafts: readonly ListedClaim[] },
  reader: Reader,
): Card {
  const t = wordsFor(reader);
  const fresh = button(t('drafts.fresh'), { verb: 'claim.new', fresh: true }, 'positive');
  const content = fitting((amounts) =>
    renderList({
      header: { eyebrow: t('action.newClaim'), badge: [], title: t('drafts.title'), subtitle: [] },
      notice: [],
      intro: texts(t('drafts.help')),
      claims: drafts.slice(0, amounts.files).map((draft) => listedRow(draft, amounts, reader)),
      buttons: lanes([fresh, button(t('action.myClaims'), { verb: 'claim.list' })]),
    }),
  );
  return { content, summary: t('drafts.title') };
}
