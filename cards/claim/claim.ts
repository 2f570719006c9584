import { type FileList, fileList } from '../file/files.ts';
import type { Card, Notice, Reader } from '../kit/card.ts';
import { fitting } from '../kit/fit.ts';
import { type Header, type Maybe, maybe } from '../kit/parts.ts';
import { namingCard, type PressedCard } from '../kit/pressedCard.ts';
import { createTemplate } from '../kit/render.ts';
import { wordsFor } from '../text/words.ts';
import { unopenedList } from './approveQuestion.ts';
import { type ClaimButtons, claimButtons } from './claimButtons.ts';
import type { CardInput, ClaimCardView } from './claimCardView.ts';
import { claimDetails, type Details } from './claimDetails.ts';
import { askedText, type ClaimForms, claimForms } from './claimForms.ts';
import { claimHeader } from './claimHeader.ts';
import { claimSummary } from './claimSummary.ts';
import { type NewestComments, newestComments } from './comments.ts';
import { type CompetingClaims, competingClaims } from './competingClaims.ts';
import { openingFor } from './opening.ts';
import type { Opening } from './openingParts.ts';
import { type Links, proofLinks } from './proofLinks.ts';
import { withRefresh } from './refresh.ts';

export type { ClaimCardView, ClaimEvent, ClaimForm } from './claimCardView.ts';

interface ClaimData extends Opening, ClaimForms, ClaimButtons {
  readonly header: Header;
  readonly notice: Maybe<Notice>;
  readonly links: Maybe<Links>;
  readonly competingClaims: Maybe<CompetingClaims>;
  readonly comments: Maybe<NewestComments>;
  readonly files: Maybe<FileList>;
  readonly details: Maybe<Details>;
}

const render = createTemplate<ClaimData>('claim');

/** A submitted claim: what happened, what to do and by when, then the rest; buttons from `view.may` alone. */
export function claimCard(view: ClaimCardView, reader: Reader): Card {
  const asksFor = askedText(view);
  return {
    content: fitting((amounts) => {
      const content = render(claimData({ view, amounts, reader, asksFor }));
      return withRefresh(namingCard(content, pressedCard(view)), view);
    }),
    summary: claimSummary(view, reader),
  };
}

const pressedCard = ({ claim, form, event, eventAt, competing }: ClaimCardView): PressedCard => ({
  claim: claim.number,
  ...(form ? { form } : {}),
  ...(event ? { event } : {}),
  ...(eventAt ? { eventAt } : {}),
  ...(competing ? { competing } : {}),
});

function claimData(input: CardInput): ClaimData {
  const { view } = input;
  return {
    header: claimHeader(input),
    notice: maybe(view.notice),
    links: proofLinks(input),
    competingClaims: competingClaims(input),
    ...openingFor(input),
    ...claimForms(input),
    ...claimButtons(input),
    comments: newestComments(input),
    files: files(input),
    details: claimDetails(input),
  };
}

function files(input: CardInput): Maybe<FileList> {
  const { view, amounts, reader } = input;
  const { claim, form, brief } = view;
  if (form === 'confirmApprove') return unopenedList(input);
  if (brief || form === 'confirmReject') return [];
  const { number, proofs } = claim;
  const heading = wordsFor(reader)('claim.files');
  return fileList(proofs, { number, heading, most: amounts.files, nameLength: amounts.nameLength }, reader);
}
