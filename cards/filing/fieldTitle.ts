import type { FieldFamily, SingleField } from '../../services/domain/answers.ts';
import type { Names } from '../../services/domain/catalogue.ts';
import { familyOf, isSingleField } from '../../services/domain/form/fieldLookup.ts';
import type { Reader } from '../kit/card.ts';
import { nameOf } from '../text/lists.ts';
import { plain, shorten } from '../text/markdown.ts';
import { type Words, wordsFor } from '../text/words.ts';

/** A field without its title does not compile. */
type Titles = { readonly [F in SingleField]: (t: Words) => string } & {
  readonly [F in FieldFamily]: (t: Words, name: string) => string;
};

type Contact = 'customer' | 'technical' | 'partner';
const ofContact = (t: Words, contact: Contact, field: string): string =>
  t('review.contactField', { contact: t(`contact.${contact}`), field });

const titles: Titles = {
  mpnId: (t) => t('field.mpnId'),
  customerDomain: (t) => t('field.customerDomain'),
  customerTenantId: (t) => t('field.customerTenantId'),
  solutionArea: (t) => t('field.solutionArea'),
  activities: (t) => t('field.activities'),
  claimName: (t) => t('field.claimName'),
  solutionSellerName: (t) => t('field.solutionSellerName'),
  customerName: (t) => t('field.customerName'),
  isvSolutionName: (t) => t('field.isvSolutionName'),
  lines: (t) => t('field.lines'),
  subscriptionId: (t, product) => t('field.subscriptionId', { product }),
  arbitration: (t) => t('field.arbitration'),
  'customerContact.name': (t) => ofContact(t, 'customer', t('field.customerContact.name')),
  'customerContact.title': (t) => ofContact(t, 'customer', t('field.customerContact.title')),
  'customerContact.email': (t) => ofContact(t, 'customer', t('field.customerContact.email')),
  'customerContact.language': (t) => ofContact(t, 'customer', t('field.customerContact.language')),
  'technicalContact.name': (t) => ofContact(t, 'technical', t('field.technicalContact.name')),
  'technicalContact.title': (t) => ofContact(t, 'technical', t('field.technicalContact.title')),
  'technicalContact.email': (t) => ofContact(t, 'technical', t('field.technicalContact.email')),
  'partnerContact.name': (t) => ofContact(t, 'partner', t('field.partnerContact.name')),
  'partnerContact.email': (t) => ofContact(t, 'partner', t('field.partnerContact.email')),
  comment: (t) => t('group.comments'),
};

/** A field's name where it is shown away from its input; an error of a line without an input gets the line's name. */
export function fieldTitle(field: string, names: Names, reader: Reader): string {
  const t = wordsFor(reader);
  const named = (id: string): string => plain(shorten(nameOf(id, names), 60));
  if (isSingleField(field)) return titles[field](t);
  const of = familyOf(field);
  if (of) return titles[of.family](t, named(of.key));
  return field.startsWith('line.') ? named(field.slice('line.'.length)) : plain(shorten(field, 60));
}
