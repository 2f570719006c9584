import { assertNever } from '../../services/domain/assertNever.ts';
import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';
import { formOpening } from './formOpening.ts';
import type { Opening } from './openingParts.ts';
import { partnerOpening } from './partnerOpening.ts';
import { reviewerOpening } from './reviewerOpening.ts';

/** The opening of the card for this reader. */
export function openingFor(input: CardInput): Opening {
  const opening = openingByReader(input);
  const cut = opening.quote.some(({ text }) => text.endsWith('…'));
  return cut
    ? { ...opening, next: [...texts(wordsFor(input.reader)('text.continued')), ...opening.next] }
    : opening;
}

/** The comment is the only form that partners have too, and it keeps the opening as it is. */
function openingByReader(input: CardInput): Opening {
  const { viewer } = input.view;
  switch (viewer) {
    case 'partner':
      return partnerOpening(input);
    case 'reviewer':
      return formOpening(input) ?? reviewerOpening(input);
    default:
      return assertNever(viewer);
  }
}
