import type { FilingView } from '../../services/claims/views.ts';
import type { MpnLocation } from '../../services/domain/partner.ts';
import type { Reader } from '../kit/card.ts';
import { choiceField, type Field } from '../kit/fields.ts';
import type { Amounts } from '../kit/fit.ts';
import { links } from '../kit/links.ts';
import { texts } from '../kit/parts.ts';
import { programmesText } from '../text/lists.ts';
import { shorten } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';
import { customerAdvice } from './checkAdvice.ts';
import { enrolmentWarning } from './enrolment.ts';
import { asking, formField, type StepContent } from './stepContent.ts';

/** More locations than this are shown as a drop-down list. */
const fewLocations = 5;

/** The company's MPN ID (R33–R36) and the customer's domain and tenant ID (R9, R10, R25). */
export function customerStep(view: FilingView, amounts: Amounts, reader: Reader): StepContent {
  const t = wordsFor(reader);
  const form = { view, amounts, reader };
  const domain = formField(form, 'customerDomain', {
    label: t('field.customerDomain'),
    placeholder: t('customer.domainExample'),
  });
  const tenant = formField(
    form,
    'customerTenantId',
    { label: t('field.customerTenantId'), placeholder: t('customer.tenantExample') },
    { after: [t('customer.idsHelp', { url: links.findIds })] },
  );
  const fields = [mpnField(view, reader), domain, tenant];
  return asking(view, { fields, outro: texts(customerAdvice(view.errors, reader)) }, reader);
}

/** R33–R36: the company's MPN IDs to choose from, with what is to be said of the chosen one. */
export function mpnField(view: FilingView, reader: Reader): Field {
  const t = wordsFor(reader);
  const { locations } = view.options;
  return choiceField(
    {
      id: 'mpnId',
      label: t('field.mpnId'),
      placeholder: t('customer.mpnChoose'),
      value: view.answers.mpnId ?? '',
      style: locations.length > fewLocations ? 'compact' : 'expanded',
      choices: locations.map((location) => ({
        value: location.mpnId,
        title: locationText(location, reader),
      })),
    },
    {
      error: view.errors.mpnId,
      before: [locations.length === 0 && t('customer.noLocations')],
      after: [t('customer.mpnHelp'), t('customer.enrol', { url: links.enrolment })],
      caution: [t('customer.mpnWarning'), enrolmentWarning(view, reader)],
      help: 'mpn',
    },
    reader,
  );
}

/** R34: the ID with the programmes that the location is enrolled in. */
function locationText({ mpnId, name, enrolments }: MpnLocation, reader: Reader): string {
  const t = wordsFor(reader);
  const shown = { mpnId, name: shorten(name, 60) };
  if (enrolments.length === 0) return t('customer.locationWithout', shown);
  return t('customer.location', { ...shown, programmes: programmesText(enrolments, reader) });
}
