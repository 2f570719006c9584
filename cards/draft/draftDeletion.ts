import type { FilingStep } from '../../services/domain/answers.ts';
import type { Draft } from '../../services/domain/claim.ts';
import type { DeletedDraft } from '../../services/domain/draft.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Notice, Reader } from '../kit/card.ts';
import { maybe, texts } from '../kit/parts.ts';
import { clientDateTime } from '../text/dates.ts';
import { plain, shorten, shortFileName } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { draftCustomer, draftHeader, draftName, renderDraft } from './draft.ts';

const filesNamed = 4;

/** The draft to delete, and the step its form was at when the deletion was asked for. */
export interface DraftDeletion {
  readonly draft: Draft;
  readonly step?: FilingStep;
  /** Why it is asked again. */
  readonly notice?: Notice;
}

/** Asks before a draft is deleted for good (D13): what goes with it. */
export function deleteDraftCard({ draft, step, notice }: DraftDeletion, reader: Reader): Card {
  const t = wordsFor(reader);
  const { number, version, proofs, answers } = draft;
  const customer = draftCustomer(draft);
  const at = step ? { step } : {};
  const content = renderDraft({
    header: draftHeader({ number, title: t('draft.deleteTitle') }, reader),
    notice: maybe(notice),
    intro: texts(t('draft.deleteText')),
    facts: [
      { title: t('draft.deleteName'), value: draftName(answers.claimName, reader) },
      ...(customer ? [{ title: t('draft.deleteCustomer'), value: customer }] : []),
      { title: t('draft.deleteFiles'), value: filesText(proofs, reader) },
    ],
    notes: [],
    buttons: lanes([
      button(
        t('draft.deleteConfirm'),
        { verb: 'draft.delete', number, version, confirmed: true, ...at },
        'destructive',
      ),
      button(t('draft.keep'), { verb: 'claim.resume', number, ...at }),
    ]),
  });
  return { content, summary: t('draft.deleteSummary', { number }) };
}

function filesText(proofs: Draft['proofs'], reader: Reader): string {
  const t = wordsFor(reader);
  const shown = proofs.slice(0, filesNamed).map(({ name }) => plain(shortFileName(name, 48)));
  const hidden = proofs.length - shown.length;
  const lines = [...shown, ...(hidden > 0 ? [t('files.more', { count: hidden })] : [])];
  return lines.join('\n\n') || t('draft.deleteNoFiles');
}

/** What is left of a deleted draft. */
export function draftDeletedCard(
  { number, claimName, files, by, at }: DeletedDraft,
  reader: Reader,
  { mayFile = false, own = false }: { readonly mayFile?: boolean; readonly own?: boolean } = {},
): Card {
  const t = wordsFor(reader);
  const claim = draftName(claimName, reader);
  const named = by && t('draft.deletedBy', { name: plain(shorten(by.name, 100)), when: clientDateTime(at) });
  const content = renderDraft({
    header: { eyebrow: number, badge: [], title: t('draft.deletedTitle'), subtitle: [] },
    notice: [],
    intro: texts(
      files > 0 ? t('draft.deletedText', { claim, count: files }) : t('draft.deletedTextNoFiles', { claim }),
      !own && (named ?? t('draft.deletedByItself')),
    ),
    facts: [],
    notes: [],
    buttons: lanes([
      mayFile && button(t('action.newClaim'), { verb: 'claim.new' }),
      button(t('action.myClaims'), { verb: 'claim.list' }),
    ]),
  });
  return { content, summary: t('draft.deletedSummary', { number }) };
}
