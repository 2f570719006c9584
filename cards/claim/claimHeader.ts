import { shownDomain } from '../../services/domain/form/shownAddress.ts';
import { forViewer } from '../kit/forViewer.ts';
import { type Header, statusBadge, texts } from '../kit/parts.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import type { CardInput } from './claimCardView.ts';

/** Number, status, name and customer. */
export function claimHeader({ view, amounts, reader }: CardInput): Header {
  const t = wordsFor(reader);
  const { claim, customerName, partnerName, viewer } = view;
  const { claimName } = claim.details;
  const domain = shownDomain(claim.details.customerDomain);
  const short = (text: string): string => plain(shorten(text, amounts.nameLength));
  const customer = customerName
    ? t('claim.customer', { customer: short(customerName), domain: short(domain) })
    : short(domain);
  return {
    eyebrow: claim.number,
    badge: [statusBadge(claim.status, reader)],
    title: short(claimName),
    subtitle: texts(
      customer,
      forViewer[viewer].namesPartner && t('claim.by', { partner: short(partnerName) }),
    ),
  };
}
