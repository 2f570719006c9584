import { lineIdOf } from '../../services/domain/line.ts';
import { type FileList, fileList } from '../file/files.ts';
import { type Maybe, type TextPart, texts } from '../kit/parts.ts';
import { joinTexts, nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';
import { emptyOpening, type Opening } from './openingParts.ts';

const linesNamed = 6;

/** D15: what is approved, for which customer, and which files this reviewer has not opened. */
export function approveOpening(input: CardInput): Opening {
  const { view, amounts, reader } = input;
  const t = wordsFor(reader);
  const { customerName = view.claim.details.customerDomain, partnerName } = view;
  const short = (name: string) => plain(shorten(name, Math.min(100, amounts.nameLength)));
  return {
    ...emptyOpening,
    headline: texts(t('approve.title')),
    lead: texts(
      t('approve.what', {
        partner: short(partnerName),
        customer: short(customerName),
        lines: linesText(input),
      }),
    ),
    next: [...competingTexts(input), ...filesText(input)],
  };
}

function linesText(input: CardInput): string {
  const { view, reader } = input;
  const { lines } = view.claim.details;
  const named = lines.map((line) => plain(shorten(nameOf(lineIdOf(line), view.names), 60)));
  const shown = named.slice(0, linesNamed);
  const hidden = named.length - shown.length;
  const rest = hidden > 0 ? [wordsFor(reader)('approve.moreLines', { count: hidden })] : [];
  return joinTexts([...shown, ...rest], reader);
}

/** D6: claims that wait, and compete with this one later. */
const competingTexts = ({ view: { competing = 0 }, reader }: CardInput): readonly TextPart[] =>
  texts(competing > 0 && wordsFor(reader)('approve.competing', { count: competing }));

function filesText(input: CardInput): readonly TextPart[] {
  const t = wordsFor(input.reader);
  const count = input.view.claim.proofs.length;
  const unopened = unopenedFiles(input).length;
  if (unopened === 0) return texts(t('approve.allOpened', { count }));
  return texts(unopened === count ? t('approve.noneOpened', { count }) : t('approve.someOpened', { count }));
}

const unopenedFiles = ({ view: { claim, opened = [] } }: CardInput) =>
  claim.proofs.filter(({ id }) => !opened.includes(id));

/** The files that this reviewer has not opened; opening one keeps the question. */
export function unopenedList(input: CardInput): Maybe<FileList> {
  const { view, amounts, reader } = input;
  const unopened = unopenedFiles(input);
  return fileList(
    unopened,
    {
      number: view.claim.number,
      heading: wordsFor(reader)('approve.unopened', { count: unopened.length }),
      most: amounts.files,
      nameLength: amounts.nameLength,
      approving: view.competing ?? 0,
    },
    reader,
  );
}
