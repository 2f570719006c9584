import { fixedFields } from '../../services/claims/form/answers.ts';
import type { Names } from '../../services/claims/views.ts';
import type { Reader } from '../card.ts';
import { nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

const contacts = {
  customerContact: 'customer',
  technicalContact: 'technical',
  partnerContact: 'partner',
} as const;

/** A field's name where it stands away from its input. */
export function fieldTitle(field: string, names: Names, reader: Reader): string {
  const t = wordsFor(reader);
  if (field.startsWith('subscriptionId.')) {
    const product = nameOf(field.slice('subscriptionId.'.length), names);
    return t('field.subscriptionId', { product: plain(shorten(product, 60)) });
  }
  if (field.startsWith('line.')) return plain(shorten(nameOf(field.slice('line.'.length), names), 60));
  const known = fixedFields.find((name) => name === field);
  if (!known) return plain(shorten(field, 60));
  if (known === 'comment') return t('group.comments');
  const contact = (Object.keys(contacts) as (keyof typeof contacts)[]).find((side) =>
    known.startsWith(`${side}.`),
  );
  if (!contact) return t(`field.${known}`);
  return t('review.contactField', { contact: t(`contact.${contacts[contact]}`), field: t(`field.${known}`) });
}
