import type { Names } from '../../services/domain/catalogue.ts';
import type { ClaimDetails } from '../../services/domain/claim.ts';
import type { Reader } from '../kit/card.ts';
import { nameOf } from './lists.ts';
import { plain } from './markdown.ts';
import { wordsFor } from './words.ts';

/** R6: tenant and subscription IDs of a claim as a message to copy from, one to a paragraph. */
export function claimIdsText(
  {
    number,
    details,
    names,
  }: { readonly number: string; readonly details: ClaimDetails; readonly names: Names },
  reader: Reader,
): string {
  const t = wordsFor(reader);
  const products = details.lines.flatMap((line) => (line.kind === 'product' ? [line] : []));
  const head = t('claim.ids', {
    number,
    title: plain(details.claimName),
    tenant: details.customerTenantId,
  });
  const lines = products.map(({ product, subscriptionId: subscription }) =>
    t('claim.idLine', { product: plain(nameOf(product, names)), subscription }),
  );
  return [head, ...lines].join('\n\n');
}
