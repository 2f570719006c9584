import { texts } from '../kit/parts.ts';
import { wordsFor } from '../text/words.ts';
import type { Making } from './claimCardView.ts';
import { type Situation, silence } from './opening.ts';

/** The opening of a reviewer's card that has turned into a form; the comment form leaves the claim's own. */
export function formSituation({ view, reader }: Making): Situation | undefined {
  const t = wordsFor(reader);
  switch (view.form) {
    case 'requestInformation':
      return { ...silence, headline: texts(t('ask.title')), lead: texts(t('ask.help')) };
    case 'reject':
      return { ...silence, headline: texts(t('reject.title')), lead: texts(t('reject.help')) };
    case 'confirmReject':
      return {
        ...silence,
        headline: texts(t('reject.confirmTitle')),
        lead: texts(t('reject.confirmText')),
      };
    case 'confirmApprove':
      return {
        ...silence,
        headline: texts(t('approve.confirmTitle', { count: view.rivals ?? 1 })),
        lead: texts(t('approve.confirmText', { count: view.rivals ?? 1 })),
      };
    default:
      return undefined;
  }
}
