import type { FilingView } from '../../services/claims/views.ts';
import type { FieldName } from '../../services/domain/answers.ts';
import { ruleOf } from '../../services/domain/form/fieldLookup.ts';
import type { Reader } from '../kit/card.ts';
import { type Around, choiceField, type Field } from '../kit/fields.ts';
import type { Amounts } from '../kit/fit.ts';
import { wordsFor } from '../text/words.ts';
import { chosenArea } from './enrolment.ts';
import { asking, formField, type StepContent } from './stepContent.ts';

/** Languages in which the customer can be written to (R13). */
export const contactLanguages = ['en', 'es', 'sv', 'pt-BR'] as const;

type ContactField = Extract<
  FieldName,
  `${'customer' | 'technical' | 'partner'}Contact.${'name' | 'title' | 'email'}`
>;

/** The people of a claim (R13–R15, R21); the technical contact for Business Applications only. */
export function contactsStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const t = wordsFor(reader);
  const ask = (field: ContactField, extra: Omit<Around, 'error'> = {}): Field =>
    formField(
      { view, amounts, reader },
      field,
      { label: t(`field.${field}`), style: ruleOf(field).value === 'email' ? 'email' : 'text' },
      extra,
    );
  const customer = [
    ask('customerContact.name', { heading: t('contact.customer'), before: [t('contacts.customerHelp')] }),
    ask('customerContact.title'),
    ask('customerContact.email'),
    languageField(view, reader),
  ];
  const technical = [
    ask('technicalContact.name', { heading: t('contact.technical'), before: [t('contacts.technicalHelp')] }),
    ask('technicalContact.title'),
    ask('technicalContact.email'),
  ];
  const own = [
    ask('partnerContact.name', { heading: t('contact.partner'), before: [t('contacts.partnerHelp')] }),
    ask('partnerContact.email'),
  ];
  const needsTechnical = chosenArea(view) === 'BusinessApplications';
  return asking(view, { fields: [...customer, ...(needsTechnical ? technical : []), ...own] }, reader);
}

function languageField(view: FilingView, reader: Reader): Field {
  const t = wordsFor(reader);
  return choiceField(
    {
      id: 'customerContact.language',
      label: t('field.customerContact.language'),
      placeholder: t('contacts.languageChoose'),
      value: view.answers['customerContact.language'] ?? '',
      style: 'compact',
      choices: contactLanguages.map((value) => ({ value, title: t(`language.${value}`) })),
    },
    { error: view.errors['customerContact.language'] },
    reader,
  );
}
