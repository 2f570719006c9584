import type { Draft } from '../../services/domain/claim.ts';
import { ownerOf } from '../../services/domain/rules/draftOwner.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { texts } from '../kit/parts.ts';
import { clientDate } from '../text/dates.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { draftCustomer, draftHeader, draftName, renderDraft } from './draft.ts';

/** Before somebody goes on with a colleague's draft: whose it is, and since when (D13). */
export function draftTakeOverCard(draft: Draft, reader: Reader): Card {
  const t = wordsFor(reader);
  const { number, version, updatedAt, answers } = draft;
  const { name } = ownerOf(draft);
  const content = renderDraft({
    header: draftHeader(
      { number, title: draftName(answers.claimName, reader), about: draftCustomer(draft) },
      reader,
    ),
    notice: [],
    intro: texts(t('draft.takeOverText', { name: plain(shorten(name, 100)), when: clientDate(updatedAt) })),
    facts: [],
    notes: [],
    buttons: lanes([
      button(t('draft.takeOver'), { verb: 'draft.takeOver', number, version }, 'positive'),
      button(t('action.myClaims'), { verb: 'claim.list' }),
      button(t('draft.delete'), { verb: 'draft.delete', number, version }),
    ]),
  });
  return { content, summary: t('draft.takeOverSummary', { name: shorten(name, 80), number }) };
}
