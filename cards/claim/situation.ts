import { assertNever } from '../../services/domain/assertNever.ts';
import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';
import { formSituation } from './formSituation.ts';
import type { Situation } from './opening.ts';
import { partnerSituation } from './partnerSituation.ts';
import { reviewerSituation } from './reviewerSituation.ts';

/** The opening of the card for this reader. */
export function situation(making: Making): Situation {
  const opening = openingFor(making);
  const cut = opening.quote.some(({ text }) => text.endsWith('…'));
  return cut
    ? { ...opening, next: [...texts(wordsFor(making.reader)('text.continued')), ...opening.next] }
    : opening;
}

/** Of the forms, only a comment is the partner's too, and that leaves the opening as it is. */
function openingFor(making: Making): Situation {
  const { viewer } = making.view;
  switch (viewer) {
    case 'partner':
      return partnerSituation(making);
    case 'reviewer':
      return formSituation(making) ?? reviewerSituation(making);
    default:
      return assertNever(viewer);
  }
}
