import type { Draft, ProofFile } from '../../services/domain/claim.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { plain, shortFileName } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { draftHeader, draftName, renderDraft } from './draft.ts';

/** Asks before a file of a draft is removed and deleted (D15). */
export function removeFileCard(draft: Draft, { id, name }: ProofFile, reader: Reader): Card {
  const t = wordsFor(reader);
  const { number, version, answers } = draft;
  const file = plain(shortFileName(name, 48));
  const content = renderDraft({
    header: draftHeader({ number, title: t('draft.removeTitle') }, reader),
    notice: [],
    intro: [{ text: t('draft.removeText', { file, claim: draftName(answers.claimName, reader) }) }],
    facts: [],
    notes: [],
    buttons: lanes([
      button(
        t('draft.removeConfirm'),
        { verb: 'proof.remove', number, version, proof: id, confirmed: true },
        'destructive',
      ),
      button(t('draft.keep'), { verb: 'claim.resume', number, step: 'proof' }),
    ]),
  });
  return { content, summary: t('draft.removeTitle') };
}
