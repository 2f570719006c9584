import { reviewerRejectionReasons } from '../../services/claims/claim.ts';
import { texts } from '../parts.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';
import { type Situation, silence } from './situation.ts';

/** The opening of a card that has turned into a form; the comment form leaves the claim's own. Partners have no others (R53). */
export function formSituation({ view, amounts, reader }: Making): Situation | undefined {
  if (view.viewer !== 'reviewer') return undefined;
  const t = wordsFor(reader);
  switch (view.form) {
    case 'requestInformation':
      return { ...silence, headline: texts(t('ask.title')), lead: texts(t('ask.help')) };
    case 'reject':
      return { ...silence, headline: texts(t('reject.title')), lead: texts(t('reject.help')) };
    case 'confirmReject': {
      const reason = reviewerRejectionReasons.find((known) => known === view.typed?.reason);
      const comment = plain(shorten(view.typed?.comment ?? '', amounts.quoteLength));
      return {
        ...silence,
        headline: texts(t('reject.confirmTitle')),
        lead: texts(t('reject.confirmText')),
        quote: [
          {
            by: reason ? t(`rejection.${reason}`) : t('reject.reason'),
            text: comment || ' ',
            style: 'emphasis',
          },
        ],
      };
    }
    case 'confirmApprove':
      return {
        ...silence,
        headline: texts(t('approve.confirmTitle')),
        lead: texts(t('approve.confirmText')),
      };
    default:
      return undefined;
  }
}
