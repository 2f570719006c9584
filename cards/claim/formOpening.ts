import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import { approveOpening } from './approveQuestion.ts';
import type { CardInput } from './claimCardView.ts';
import { emptyOpening, type Opening } from './openingParts.ts';

/** The opening of a reviewer's card that has turned into a form; the comment form keeps the claim's own opening. */
export function formOpening(input: CardInput): Opening | undefined {
  const { view, reader } = input;
  const t = wordsFor(reader);
  switch (view.form) {
    case 'requestInformation':
      return { ...emptyOpening, headline: texts(t('ask.title')), lead: texts(t('ask.help')) };
    case 'reject':
      return { ...emptyOpening, headline: texts(t('reject.title')), lead: texts(t('reject.help')) };
    case 'confirmReject':
      return {
        ...emptyOpening,
        headline: texts(t('reject.confirmTitle')),
        lead: texts(t('reject.confirmText')),
      };
    case 'confirmApprove':
      return approveOpening(input);
    default:
      return undefined;
  }
}
