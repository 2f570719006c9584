import type { ListedClaim, PageStart } from '../../services/claims/lists/views.ts';
import type { Claim } from '../../services/domain/claim.ts';
import { button, lanes } from '../kit/buttons.ts';
import type { Card, Reader } from '../kit/card.ts';
import { type Amounts, fitting } from '../kit/fit.ts';
import { maybe, texts } from '../kit/parts.ts';
import type { Action } from '../kit/verbs.ts';
import { listedRow, renderList } from '../list/listedRow.ts';
import { clientDateTime } from '../text/dates.ts';
import { joinTexts } from '../text/lists.ts';
import { plain, shortFileName } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

/** Files that were sent without saying which claim they are for, and the claims that take them. */
export interface FileQuestion {
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly keptUntil: string;
  readonly claims: readonly ListedClaim[];
  readonly next?: PageStart;
  /** A further page of claims. */
  readonly isMore?: boolean;
  /** R98: the reader may start a claim. */
  readonly mayFile: boolean;
  readonly notice?: string;
}

/** Asks which claim the files are for: one press adds them. */
export function fileQuestionCard(question: FileQuestion, reader: Reader): Card {
  const t = wordsFor(reader);
  const content = fitting((amounts) => renderList(questionData(question, amounts, reader)));
  return { content, summary: t('fileQuestion.title') };
}

function questionData(question: FileQuestion, amounts: Amounts, reader: Reader) {
  const t = wordsFor(reader);
  const { files, claims, notice, isMore, mayFile } = question;
  const count = files.length;
  const kept = t('fileQuestion.kept', {
    count,
    files: joinTexts(
      files.map(({ name }) => plain(shortFileName(name, Math.min(60, amounts.nameLength)))),
      reader,
    ),
    until: clientDateTime(question.keptUntil),
  });
  const none = t(mayFile ? 'fileQuestion.none' : 'fileQuestion.noneAsk');
  return {
    header: {
      eyebrow: t('fileQuestion.eyebrow', { count }),
      badge: [],
      title: t('fileQuestion.title'),
      subtitle: [],
    },
    notice: maybe(notice && { tone: 'warning' as const, text: notice }),
    intro: texts(kept, claims.length === 0 && (isMore ? t('fileQuestion.noMore') : none)),
    claims: claims.map((claim) => addRow(claim, files, { amounts, reader })),
    buttons: lanes(questionButtons(question, reader)),
  };
}

function addRow(
  claim: ListedClaim,
  files: FileQuestion['files'],
  { amounts, reader }: { readonly amounts: Amounts; readonly reader: Reader },
) {
  const t = wordsFor(reader);
  const { number } = claim;
  const open: Action = { verb: 'file.add', files: idsOf(files), number };
  const openTitle = t('fileQuestion.add', { number });
  return { ...listedRow(claim, amounts, reader), openTitle, open, addText: t('fileQuestion.addHere') };
}

function questionButtons({ files, claims, next, isMore, mayFile }: FileQuestion, reader: Reader) {
  const t = wordsFor(reader);
  const ids = idsOf(files);
  const isFirstChoice = claims.length === 0 && !isMore;
  return [
    mayFile &&
      button(
        t('action.newClaim'),
        { verb: 'file.newClaim', files: ids },
        isFirstChoice ? 'positive' : 'default',
      ),
    next && button(t('action.more'), { verb: 'file.ask', files: ids, after: [...next] }),
    button(t('fileQuestion.again'), { verb: 'file.ask', files: ids }),
    button(t(files.length === 1 ? 'fileQuestion.discard' : 'fileQuestion.discardAll'), {
      verb: 'file.discard',
      files: ids,
    }),
  ];
}

const idsOf = (files: FileQuestion['files']): string[] => files.map(({ id }) => id);

/** What became of the files, with the way to the claim they are on. */
export function filesPlacedCard(
  { lines, claim }: { readonly lines: readonly string[]; readonly claim?: Claim },
  reader: Reader,
): Card {
  const t = wordsFor(reader);
  const open = claim && openAction(claim);
  const content = renderList({
    header: {
      eyebrow: t('filesPlaced.eyebrow'),
      badge: [],
      title: t(claim ? 'filesPlaced.added' : 'filesPlaced.title'),
      subtitle: [],
    },
    notice: [],
    intro: texts(...lines),
    claims: [],
    buttons: lanes([
      open && button(t(claim.status === 'Editing' ? 'filesPlaced.goOn' : 'action.openClaim'), open),
      button(t('action.myClaims'), { verb: 'claim.list' }),
    ]),
  });
  return { content, summary: t(claim ? 'filesPlaced.added' : 'filesPlaced.title') };
}

const openAction = ({ status, number }: Claim): Action =>
  status === 'Editing' ? { verb: 'claim.resume', number } : { verb: 'claim.open', number };
