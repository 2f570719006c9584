import { assertNever } from '../../services/domain/assertNever.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import type { Reader } from '../kit/card.ts';
import { lastDay } from '../text/dates.ts';
import { shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { ClaimCardView } from './claimCardView.ts';

/** Characters of the claim's and the partner's names: with both of them the line stays under 150. */
const longest = { name: 60, partner: 40 };

/** The line that a phone's toast shows: plain text, what happened first. */
export function claimSummary({ claim, event, partnerName }: ClaimCardView, reader: Reader): string {
  const t = wordsFor(reader);
  const known = { number: claim.number, name: shorten(claim.details.claimName, longest.name) };
  const partner = shorten(partnerName, longest.partner);
  const present = t('summary.claim', { ...known, status: t(`status.${claim.status}`) });
  switch (event) {
    case 'newClaim':
    case 'resubmitted':
    case 'partnerComment':
      return t(`summary.${event}`, { ...known, partner });
    case 'submitted':
    case 'reviewerComment':
    case 'approved':
    case 'rejected':
    case 'subscriptionEnded':
      return t(`summary.${event}`, known);
    case 'actionRequired':
      return claim.status === 'PartnerActionRequired'
        ? t('summary.actionRequired', { ...known, day: lastDay(claim.answerBy, reader) })
        : present;
    case 'deadlineNear':
      return nearSummary(claim, reader, known) ?? present;
    case undefined:
      return present;
    default:
      return assertNever(event);
  }
}

/** Which clock it warns of. */
function nearSummary(
  claim: SubmittedClaim,
  reader: Reader,
  known: { readonly number: string; readonly name: string },
): string | undefined {
  const t = wordsFor(reader);
  if (claim.status === 'Rejected') {
    return t('summary.disputeNear', { ...known, day: lastDay(claim.disputeUntil, reader) });
  }
  if (claim.status === 'PartnerActionRequired') {
    return t('summary.answerNear', { ...known, day: lastDay(claim.answerBy, reader) });
  }
  return undefined;
}
