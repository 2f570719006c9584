import { assertNever } from '../../services/domain/assertNever.ts';
import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';
import { formOpening } from './formOpening.ts';
import type { Opening } from './openingParts.ts';
import { partnerOpening } from './partnerOpening.ts';
import { reviewerOpening } from './reviewerOpening.ts';

/** The opening of the card for this reader. */
export function openingFor(making: Making): Opening {
  const opening = openingByReader(making);
  const cut = opening.quote.some(({ text }) => text.endsWith('…'));
  return cut
    ? { ...opening, next: [...texts(wordsFor(making.reader)('text.continued')), ...opening.next] }
    : opening;
}

/** Of the forms, only a comment is the partner's too, and that leaves the opening as it is. */
function openingByReader(making: Making): Opening {
  const { viewer } = making.view;
  switch (viewer) {
    case 'partner':
      return partnerOpening(making);
    case 'reviewer':
      return formOpening(making) ?? reviewerOpening(making);
    default:
      return assertNever(viewer);
  }
}
